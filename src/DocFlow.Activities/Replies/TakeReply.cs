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

/// <summary>核销待复: what waited for the answer that came in is closed, and whoever sent the letter reads it; goes on at once.</summary>
[Activity("DocFlow", Type = "TakeReply")]
[FlowNode("Done")]
public sealed class TakeReply : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? NumberField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IAwaitedReplies>()
        .TakeAsync(await ProcedureDocument.OfAsync(context), NodeId, NumberField.Get(context), context.CancellationToken);
}
