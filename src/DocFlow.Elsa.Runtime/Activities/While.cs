using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Repeats its body while the condition holds, asked before each turn; without a body it only asks.</summary>
[Activity("Elsa", Category = "Looping")]
internal sealed class While : ContainerActivity, IBreakable
{
    // Elsa would ask for ever.
    private const int MostIdleTurns = 1000;

    public bool StopsBreak => true;

    [Input(AutoEvaluate = false)]
    public Input<bool>? Condition { get; set; }

    public IActivity? Body { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Body }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => TurnAsync(engine, owner);

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context) => TurnAsync(engine, context);

    private ValueTask TurnAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        for (var turn = 0; turn < MostIdleTurns; turn++)
        {
            if (context.IsBreaking() || !engine.EvaluateInput(nameof(Condition), Condition, context, unset: false))
                return context.CompleteActivityAsync();
            if (Body is null)
                continue;
            engine.Schedule(Body, context);
            return ValueTask.CompletedTask;
        }

        return context.CompleteActivityAsync();
    }
}
