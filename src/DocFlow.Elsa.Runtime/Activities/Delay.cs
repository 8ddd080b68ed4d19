using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Waits for a span of time.</summary>
[Activity("Elsa", Category = "Scheduling")]
internal sealed class Delay : Activity
{
    public const string BookmarkName = "Elsa.Delay";

    [Input(DefaultValue = "00:01:00")]
    public Input<TimeSpan>? TimeSpan { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        var resumeAt = context.Engine().Now + context.Get(TimeSpan);
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = BookmarkName, Stimulus = new DelayStimulus(resumeAt), DueAt = resumeAt, IncludeActivityInstanceId = true });
    }
}

/// <summary>What a delay waits for.</summary>
internal sealed record DelayStimulus(DateTimeOffset ResumeAt);
