using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs its body and leaves by Done.</summary>
[Activity("Elsa", Category = "Flow")]
internal sealed class FlowNode : ContainerActivity
{
    public IActivity? Body { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Body }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => owner.CompleteActivityAsync();

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        if (Body is null)
            return context.CompleteActivityAsync();
        engine.Schedule(Body, context);
        return ValueTask.CompletedTask;
    }
}
