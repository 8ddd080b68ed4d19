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

/// <summary>登记待复: an issued letter that asks for an answer waits for each of its recipients in a matter of its own; goes on at once.</summary>
[Activity("DocFlow", Type = "AwaitReply")]
[FlowNode("Done")]
public sealed class AwaitReply : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Procedure { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IAwaitedReplies>()
        .AwaitAsync(await ProcedureDocument.OfAsync(context), NodeId, Procedure.Get(context), context.CancellationToken);
}
