using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Counts from one number to another, in either direction. Without a body it never completes, as in Elsa.</summary>
[Activity("Elsa", Category = "Looping")]
internal sealed class For : ContainerActivity, IBreakable
{
    private const string Current = "CurrentStep";

    public bool StopsBreak => true;

    [Input]
    public Input<int>? Start { get; set; }

    [Input]
    public Input<int>? End { get; set; }

    [Input]
    public Input<int>? Step { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, DefaultValue = true)]
    public Input<bool>? OuterBoundInclusive { get; set; }

    public IActivity? Body { get; set; }

    [Output]
    public Output<object>? CurrentValue { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Body }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => TurnAsync(engine, owner, Body!);

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context) => Body is null ? ValueTask.CompletedTask : TurnAsync(engine, context, Body);

    private ValueTask TurnAsync(WorkflowEngine engine, ActivityExecutionContext context, IActivity body)
    {
        if (context.IsBreaking())
            return context.CompleteActivityAsync();
        long start = context.Get(Start), end = context.Get(End);
        long step = Step is null ? 1 : context.Get(Step);
        var upward = end >= start;
        var value = context.GetProperty<long?>(Current) is { } last ? (upward ? last + step : last - step) : start;
        var inclusive = OuterBoundInclusive is null || context.Get(OuterBoundInclusive);
        var goesOn = (upward ? value < end : value > end) || (inclusive && value == end);
        if (!goesOn)
            return context.CompleteActivityAsync();
        context.SetProperty<long?>(Current, value);
        context.Set(CurrentValue, value);
        engine.Schedule(body, context, new ScheduleOptions { Variables = [("CurrentValue", value)] });
        return ValueTask.CompletedTask;
    }
}
