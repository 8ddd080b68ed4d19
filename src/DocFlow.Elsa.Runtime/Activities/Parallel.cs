using System.ComponentModel;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts all its activities and completes when all have completed.</summary>
[Activity("Elsa", Category = "Workflows")]
[Browsable(false)]
internal sealed class Parallel : ContainerActivity
{
    private const string Waiting = "ScheduledChildren";

    public IList<IActivity> Activities { get; set; } = [];

    public override IEnumerable<IActivity> Children => Activities;

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) =>
        owner.UpdateProperty<int>(Waiting, count => count - 1) == 0 ? owner.CompleteActivityAsync() : ValueTask.CompletedTask;

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
            return context.CompleteActivityAsync();
        context.SetProperty(Waiting, Activities.Count);
        foreach (var activity in Activities)
            engine.Schedule(activity, context);
        return ValueTask.CompletedTask;
    }
}
