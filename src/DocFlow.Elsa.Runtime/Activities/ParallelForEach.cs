using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs its body for all items at once; completes when each has completed.</summary>
[Activity("Elsa", Category = "Looping")]
internal sealed class ParallelForEach : ContainerActivity
{
    private const string Scheduled = "ScheduledTags";
    private const string Completed = "CompletedTags";

    [Input]
    public Input<object>? Items { get; set; }

    public IActivity? Body { get; set; }

    public override IEnumerable<IActivity> Children => new[] { Body }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        var completed = owner.GetProperty<HashSet<string>>(Completed) ?? [];
        completed.Add(child.Tag as string ?? child.Id);
        owner.SetProperty(Completed, completed);
        return completed.Count >= owner.GetProperty<int>(Scheduled) ? owner.CompleteActivityAsync() : ValueTask.CompletedTask;
    }

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var items = ItemList.Of(context.Get(Items));
        if (items.Count == 0 || Body is null)
            return context.CompleteActivityAsync();
        context.SetProperty(Scheduled, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            engine.Schedule(Body, context, new ScheduleOptions
            {
                Tag = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Variables = [("CurrentValue", items[index]), ("CurrentIndex", index)],
            });
        }

        return ValueTask.CompletedTask;
    }
}
