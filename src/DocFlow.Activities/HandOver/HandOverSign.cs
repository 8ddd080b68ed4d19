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

/// <summary>交接单签字: puts the signatures of those who decided a step on the sheet of the hand-over.</summary>
[Activity("DocFlow", Type = "HandOverSign")]
[FlowNode("Done")]
public sealed class HandOverSign : CodeActivity
{
    /// <summary>The name of the step that both sides decided.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? SignedStep { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterHandovers>()
        .SignAsync(await ProcedureDocument.OfAsync(context), SignedStep.Get(context), context.CancellationToken);
}
