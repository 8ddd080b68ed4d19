using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs one of two branches; an absent one completes at once.</summary>
[Activity("Elsa", Category = "Branching")]
internal sealed class If : ContainerActivity
{
    [Input]
    public Input<bool>? Condition { get; set; }

    public IActivity? Then { get; set; }

    public IActivity? Else { get; set; }

    [Output]
    public Output<bool>? Result { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Then, Else }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => owner.CompleteActivityAsync();

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var holds = context.Get(Condition);
        context.Set(Result, holds);
        if ((holds ? Then : Else) is not { } branch)
            return context.CompleteActivityAsync();
        engine.Schedule(branch, context);
        return ValueTask.CompletedTask;
    }
}
