using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>传阅: passes the document round to readers and goes on at once.</summary>
[Activity("DocFlow", Type = "PassRound")]
[FlowNode("Done")]
public sealed class PassRound : CodeActivity
{
    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices))]
    [Required]
    public Input<string>? Readers { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? Note { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IPassingRound>()
        .SendAsync(await ProcedureDocument.OfAsync(context), NodeId, Readers.Get(context), Note.GetOrDefault(context), context.CancellationToken);
}
