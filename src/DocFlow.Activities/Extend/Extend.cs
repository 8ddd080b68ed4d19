using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>延期: puts the matter's deadline off by the working days that a field says.</summary>
[Activity("DocFlow", Type = "Extend")]
[FlowNode("Done")]
public sealed class Extend : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? DaysField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterParts>()
        .ExtendAsync(await ProcedureDocument.OfAsync(context), DaysField.Get(context), context.CancellationToken);
}
