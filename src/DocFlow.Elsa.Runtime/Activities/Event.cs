using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Waits for an event by name.</summary>
[Activity("Elsa", "Events", "等待事件", DisplayName = "事件")]
internal sealed class Event : Activity
{
    public const string BookmarkName = "Elsa.Event";

    [Input(DisplayName = "事件名")]
    public Input<string>? EventName { get; set; }

    [Output]
    public Output<object>? Result { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(new CreateBookmarkArgs
    {
        BookmarkName = BookmarkName,
        Stimulus = new EventStimulus(context.Get(EventName) ?? ""),
        Callback = OnEventAsync,
    });

    private ValueTask OnEventAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.WorkflowInput.TryGetValue("Payload", out var payload) ? payload : null);
        return context.CompleteActivityAsync();
    }
}

/// <summary>What an event's sender names.</summary>
public sealed record EventStimulus(string EventName);
