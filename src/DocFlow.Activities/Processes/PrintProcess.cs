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

/// <summary>流程文书: the chosen procedure's chart and the table of before and after, kept with the matter.</summary>
[Activity("DocFlow", Type = "PrintProcess")]
[FlowNode("Done")]
public sealed class PrintProcess : CodeActivity
{
    /// <summary>A choice of the list of all procedures.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? ProcessField { get; set; }

    /// <summary>The date of the change.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? SinceField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IProcessFigures>().PrintAsync(
        await ProcedureDocument.OfAsync(context), ProcessField.Get(context), SinceField.Get(context), context.CancellationToken);
}
