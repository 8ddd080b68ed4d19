using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs its body for each item, one after another. The items are those of the burst: evaluated anew after a suspension.</summary>
[Activity("Elsa", Category = "Looping")]
internal sealed class ForEach : ContainerActivity, IBreakable
{
    private const string Next = "CurrentIndex";

    public bool StopsBreak => true;

    [Input(UIHint = InputUIHints.DropDown, AutoEvaluate = false)]
    [DescribedAs("List<Object>")]
    public Input<object>? Items { get; set; }

    public IActivity? Body { get; set; }

    [Output]
    public Output<object>? CurrentValue { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Body }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => TurnAsync(engine, owner);

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context) => TurnAsync(engine, context);

    private ValueTask TurnAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var items = engine.OnceABurst(context, nameof(Items), () => Items is null ? [] : ItemList.OfCollection(engine.EvaluateInput<object?>(nameof(Items), Items, context, unset: null)));
        var index = context.GetProperty<int>(Next);
        if (context.IsBreaking() || index >= items.Count || Body is null)
            return context.CompleteActivityAsync();
        context.SetProperty(Next, index + 1);
        context.Set(CurrentValue, items[index]);
        engine.Schedule(Body, context, new ScheduleOptions { Variables = [("CurrentValue", items[index]), ("CurrentIndex", index)] });
        return ValueTask.CompletedTask;
    }
}
