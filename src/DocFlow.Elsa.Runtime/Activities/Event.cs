using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Waits for an event by name, or starts the workflow with it.</summary>
[Activity("Elsa", Category = "Primitives", Kind = ActivityKind.Trigger)]
internal sealed class Event : Trigger<object>
{
    public const string BookmarkName = "Elsa.Event";

    /// <summary>The input that carries what came with the event.</summary>
    public const string PayloadInput = "Payload";

    [Input]
    public Input<string>? EventName { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
            return OnEventAsync(context);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = BookmarkName,
            Stimulus = new EventStimulus(context.Get(EventName) ?? ""),
            Callback = OnEventAsync,
        });
        return ValueTask.CompletedTask;
    }

    protected override object GetTriggerPayload(TriggerIndexingContext context) => new EventStimulus(context.Get(EventName) ?? "");

    private ValueTask OnEventAsync(ActivityExecutionContext context)
    {
        context.SetResult(context.WorkflowInput.TryGetValue(PayloadInput, out var payload) ? payload : null);
        return context.CompleteActivityAsync();
    }
}

/// <summary>What an event's sender names.</summary>
public sealed record EventStimulus(string EventName);
