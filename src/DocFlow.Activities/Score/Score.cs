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

/// <summary>评分: computes the scores of a finished month from its events; by 未完成 where they can't be.</summary>
[Activity("DocFlow", Type = "Score")]
[FlowNode("Done", "未完成")]
public sealed class Score : Activity
{
    /// <summary>The text field that says the month.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? MonthField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? PeopleField { get; set; }

    /// <summary>The table that takes them.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? IntoField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.CompleteActivityWithOutcomesAsync(
        await context.GetRequiredService<IMatterScores>().ScoreAsync(
            await ProcedureDocument.OfAsync(context), MonthField.Get(context), PeopleField.Get(context), IntoField.Get(context), context.CancellationToken) ? "Done" : "未完成");
}
