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

/// <summary>移交清单: writes what a person holds, with proposed new owners, into a table; after the hand-over, what went to whom.</summary>
[Activity("DocFlow", Type = "HandOverList")]
[FlowNode("Done")]
public sealed class HandOverList : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? PersonField { get; set; }

    /// <summary>A table with the columns title, holds, owner and document.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? ItemsField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? SuccessorField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterHandovers>().ListAsync(
        await ProcedureDocument.OfAsync(context), new HandoverFields(PersonField.Get(context), ItemsField.Get(context), Successor: SuccessorField.GetOrDefault(context)), context.CancellationToken);
}
