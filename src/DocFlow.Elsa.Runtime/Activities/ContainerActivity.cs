using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>The common part of activities with children.</summary>
internal abstract class ContainerActivity : Activity, IContainer
{
    public abstract IEnumerable<IActivity> Children { get; }

    public IReadOnlyList<VariableDefinition> Variables { get; set; } = [];

    public abstract ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child);

    public virtual ValueTask ChildCanceledAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => ValueTask.CompletedTask;

    protected sealed override ValueTask ExecuteAsync(ActivityExecutionContext context) => StartAsync(context.Engine(), context);

    protected abstract ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context);
}
