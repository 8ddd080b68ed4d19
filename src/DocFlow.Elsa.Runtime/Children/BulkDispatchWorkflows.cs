using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Starts a workflow for each item; waits for all of them unless told otherwise, and may run an activity as each one ends.</summary>
[Activity("Elsa", Category = "Composition", Kind = ActivityKind.Task)]
[FlowNode("Completed", "Canceled", "Done")]
internal sealed class BulkDispatchWorkflows : ContainerActivity
{
    private const string Dispatched = "DispatchedInstancesCountKey";
    private const string Completed = "CompletedInstancesCountKey";

    [Input(UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input]
    public Input<object>? Items { get; set; }

    [Input(DefaultValue = "Item")]
    public Input<string>? DefaultItemInputKey { get; set; }

    [Input(AutoEvaluate = false)]
    public Input<string>? CorrelationIdFunction { get; set; }

    [Input(UIHint = InputUIHints.DropDown)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, DefaultValue = true)]
    public Input<bool>? WaitForCompletion { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? StartNewTrace { get; set; }

    [Input(UIHint = InputUIHints.DropDown, Options = new[] { "" })]
    public Input<string>? ChannelName { get; set; }

    /// <summary>Runs for each child that finished.</summary>
    public IActivity? ChildCompleted { get; set; }

    /// <summary>Runs for each child that faulted.</summary>
    public IActivity? ChildFaulted { get; set; }

    public override IEnumerable<IActivity> Children => new[] { ChildCompleted, ChildFaulted }.OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => CompleteIfAllAreOverAsync(owner);

    protected override async ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var definitionId = context.Get(WorkflowDefinitionId) ?? "";
        var items = ItemList.Of(context.Get(Items));
        var waits = WaitForCompletion is null || context.Get(WaitForCompletion);
        if (items.Count > 0)
            await ChildInputs.RequirePublishedAsync(context, definitionId);
        var key = ChildInputs.KeyOf(context);
        for (var index = 0; index < items.Count; index++)
        {
            var input = ChildInputs.Of(context, context.Get(Input), items[index], context.Get(DefaultItemInputKey) ?? "Item");
            engine.Dispatch(new ChildStart(engine.NewId($"{key}:{index}"), definitionId, context.WorkflowExecutionContext.Id, CorrelationOf(engine, context, items[index]), input, waits));
        }

        context.SetProperty(Dispatched, items.Count);
        context.SetProperty(Completed, 0);
        if (!waits || items.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ChildBookmarks.BulkDispatch,
            Stimulus = new ChildrenStimulus(context.WorkflowExecutionContext.Id) { ScheduledInstanceIdsCount = items.Count },
            Callback = OnChildWorkflowCompletedAsync,
            AutoBurn = false,
        });
    }

    private ValueTask OnChildWorkflowCompletedAsync(ActivityExecutionContext context)
    {
        ChildRefusal.ThrowIfAny(context);
        context.UpdateProperty<int>(Completed, count => count + 1);
        var ended = context.WorkflowInput.TryGetValue(ChildBookmarks.SubStatusInput, out var subStatus) && subStatus?.ToString() == nameof(WorkflowSubStatus.Faulted) ? ChildFaulted : ChildCompleted;
        if (ended is null)
            return CompleteIfAllAreOverAsync(context);
        var childId = context.WorkflowInput.TryGetValue(ChildBookmarks.InstanceInput, out var id) ? id.ToString() : null;
        context.Engine().Schedule(ended, context, new ScheduleOptions { Variables = [("ChildInstanceId", childId)] });
        return ValueTask.CompletedTask;
    }

    private static ValueTask CompleteIfAllAreOverAsync(ActivityExecutionContext context) =>
        context.GetProperty<int>(Completed) >= context.GetProperty<int>(Dispatched) ? context.CompleteActivityWithOutcomesAsync("Completed", "Done") : ValueTask.CompletedTask;

    // The function sees the item as a variable.
    private string? CorrelationOf(WorkflowEngine engine, ActivityExecutionContext context, object? item)
    {
        var name = context.Get(DefaultItemInputKey) ?? "Item";
        context.DynamicVariables[name] = item;
        var correlationId = engine.EvaluateInput<string?>(nameof(CorrelationIdFunction), CorrelationIdFunction, context, unset: null);
        context.DynamicVariables.Remove(name);
        return correlationId;
    }
}
