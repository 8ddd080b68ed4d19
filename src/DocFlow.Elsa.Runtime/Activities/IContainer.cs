using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>An activity with children. It is told of every child that completes or is cancelled, also after a suspension.</summary>
internal interface IContainer : IActivity
{
    IEnumerable<IActivity> Children { get; }

    /// <summary>Variables that live as long as one execution of the container.</summary>
    IReadOnlyList<VariableDefinition> Variables { get; }

    ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child);

    ValueTask ChildCanceledAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child);
}
