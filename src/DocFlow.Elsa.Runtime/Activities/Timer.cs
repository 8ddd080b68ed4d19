using DocFlow.Elsa.Runtime.Execution;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts the workflow at each interval; within a workflow it waits for one.</summary>
[Activity("Elsa", Category = "Scheduling", Kind = ActivityKind.Trigger)]
internal sealed class Timer : Trigger
{
    public const string TypeName = "Elsa.Timer";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    [Input(DefaultValue = "00:01:00")]
    public Input<TimeSpan>? Interval { get; set; } = new(TimeSpan.FromMinutes(1));

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
            return context.CompleteActivityAsync();
        var resumeAt = context.Engine().Now + context.Get(Interval);
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = TypeName, Stimulus = new DelayStimulus(resumeAt), DueAt = resumeAt, IncludeActivityInstanceId = true });
        return ValueTask.CompletedTask;
    }

    protected override object GetTriggerPayload(TriggerIndexingContext context) =>
        context.Get(Interval) is var interval && interval >= Shortest ? new TimerTrigger(interval) : throw new FormatException("定时器的间隔不能短于一秒。");
}

/// <summary>What starts a workflow again and again.</summary>
internal sealed record TimerTrigger(TimeSpan Interval);
