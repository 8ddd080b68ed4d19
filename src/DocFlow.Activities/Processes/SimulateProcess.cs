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

/// <summary>流程模拟: plays the last items of the chosen procedure on a version; by 未完成 where that can't be done.</summary>
[Activity("DocFlow", Type = "SimulateProcess")]
[FlowNode("Done", "未完成")]
public sealed class SimulateProcess : Activity
{
    /// <summary>A choice of the list of all procedures.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? ProcessField { get; set; }

    /// <summary>The number field that says which version.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? VersionField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? IntoField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.CompleteActivityWithOutcomesAsync(
        await context.GetRequiredService<IProcessFigures>().SimulateAsync(
            await ProcedureDocument.OfAsync(context), ProcessField.Get(context), VersionField.Get(context), IntoField.Get(context), context.CancellationToken) ? "Done" : "未完成");
}
