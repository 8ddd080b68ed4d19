using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Steps;
using DocFlow.Office.Checklists;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>加入核对清单: what a field says is ticked at the step that another field names, from the next document on.</summary>
[Activity("DocFlow", Type = "AddCheckLine")]
[FlowNode("Done")]
public sealed class AddCheckLine : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? StepField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? TextField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IChecklists>()
        .AddAsync(await ProcedureDocument.OfAsync(context), StepField.Get(context), TextField.Get(context), context.CancellationToken);
}
