using System.ComponentModel;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts all branches; completes when all have completed, or with the first (WaitAny), which cancels the others.</summary>
[Activity("Elsa", Category = "Control Flow")]
[Browsable(false)]
internal sealed class Fork : ContainerActivity, IBreakable
{
    private const string Done = "Completed";

    [Input(UIHint = InputUIHints.DropDown)]
    [DescribedAs("UnregisteredClrType:Elsa.Workflows.ForkJoinMode, Elsa.Workflows.Core")]
    public ForkJoinMode JoinMode { get; set; }

    public bool StopsBreak => false;

    public IList<IActivity> Branches { get; set; } = [];

    public override IEnumerable<IActivity> Children => Branches;

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        if (owner.IsBreaking())
            return owner.CompleteActivityAsync();
        var done = owner.UpdateProperty<HashSet<string>>(Done, set => [.. set ?? [], child.Activity.Id]);
        return JoinMode == ForkJoinMode.WaitAny || Branches.All(branch => done.Contains(branch.Id)) ? owner.CompleteActivityAsync() : ValueTask.CompletedTask;
    }

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        if (Branches.Count == 0)
            return context.CompleteActivityAsync();
        foreach (var branch in Branches)
            engine.Schedule(branch, context);
        return ValueTask.CompletedTask;
    }
}

/// <summary>When a fork goes on.</summary>
internal enum ForkJoinMode
{
    WaitAll,
    WaitAny,
}
