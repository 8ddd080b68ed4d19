using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>The common part of activities with children.</summary>
internal abstract class ContainerActivity : Activity, IContainer
{
    public abstract IEnumerable<IActivity> Children { get; }

    public IReadOnlyList<Variable> Variables { get; set; } = [];

    public abstract ValueTask ChildEndedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child);

    protected sealed override ValueTask ExecuteAsync(ActivityExecutionContext context) => StartAsync((WorkflowEngine)context.WorkflowExecutionContext.Engine, context);

    protected abstract ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context);
}
