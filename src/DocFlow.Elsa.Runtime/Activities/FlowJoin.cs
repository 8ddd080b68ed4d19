using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Joins branches: the first that arrives (WaitAny, the default), all (WaitAll), or all that are alive (WaitAllActive).</summary>
[Activity("Elsa", "Branching", "汇合各分支", DisplayName = "汇合")]
internal sealed class FlowJoin : Activity
{
    [Input(DisplayName = "方式")]
    public Input<FlowJoinMode>? Mode { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.ParentActivityExecutionContext is { Activity: Flowcharts.Flowchart flowchart } owner)
            await flowchart.CancelAncestorsAsync(context.Engine(), owner, this);
        await context.CompleteActivityAsync();
    }
}

/// <summary>When a join goes on.</summary>
internal enum FlowJoinMode
{
    WaitAny,
    WaitAll,
    WaitAllActive,
}
