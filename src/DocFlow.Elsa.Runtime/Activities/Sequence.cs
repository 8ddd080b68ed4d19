using System.ComponentModel;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs its activities one after another.</summary>
[Activity("Elsa", Category = "Workflows")]
[Browsable(false)]
internal sealed class Sequence : ContainerActivity, IBreakable
{
    private const string Next = "CurrentIndex";

    public bool StopsBreak => false;

    public IList<IActivity> Activities { get; set; } = [];

    public override IEnumerable<IActivity> Children => Activities;

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) =>
        child.Activity is ITerminal || owner.IsBreaking() ? owner.CompleteActivityAsync() : GoOnAsync(engine, owner);

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context) => GoOnAsync(engine, context);

    private ValueTask GoOnAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var index = context.GetProperty<int>(Next);
        if (index >= Activities.Count)
            return context.CompleteActivityAsync();
        context.SetProperty(Next, index + 1);
        engine.Schedule(Activities[index], context);
        return ValueTask.CompletedTask;
    }
}
