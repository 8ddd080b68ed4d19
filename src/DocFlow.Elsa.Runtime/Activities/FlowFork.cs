using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Leaves by all its branches at once; by Done when it names none.</summary>
[Activity("Elsa", "Branching", "同时走各个出口", DisplayName = "分支")]
internal sealed class FlowFork : Activity
{
    [Input(DisplayName = "出口")]
    public Input<ICollection<string>>? Branches { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.Get(Branches) is { Count: > 0 } branches ? context.CompleteActivityWithOutcomesAsync([.. branches]) : context.CompleteActivityAsync();
}
