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

/// <summary>轮岗交接: orders that all of a person's work goes to others at 00:00 of a day, with the change of posts; by 未完成 where a receiver is missing or can't be one.</summary>
[Activity("DocFlow", Type = "HandOver")]
[FlowNode("Done", "未完成")]
public sealed class HandOver : Activity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? PersonField { get; set; }

    /// <summary>The table of the list, in which new owners were chosen.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? ItemsField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? PostField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? DayField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? SuccessorField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? ReasonField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.CompleteActivityWithOutcomesAsync(await context.GetRequiredService<IMatterHandovers>().OrderAsync(
        await ProcedureDocument.OfAsync(context),
        new HandoverFields(PersonField.Get(context), ItemsField.Get(context), PostField.GetOrDefault(context), DayField.GetOrDefault(context), SuccessorField.GetOrDefault(context), ReasonField.GetOrDefault(context)),
        context.CancellationToken) ? "Done" : "未完成");
}
