using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Joins branches: the first that arrives (WaitAny, the default), all (WaitAll), or all that are alive (WaitAllActive).</summary>
[Activity("Elsa", Category = "Branching")]
internal sealed class FlowJoin : Activity
{
    [Input(UIHint = InputUIHints.DropDown, DefaultValue = nameof(FlowJoinMode.WaitAny), Options = new[] { nameof(FlowJoinMode.WaitAll), nameof(FlowJoinMode.WaitAllActive), nameof(FlowJoinMode.WaitAny) })]
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
