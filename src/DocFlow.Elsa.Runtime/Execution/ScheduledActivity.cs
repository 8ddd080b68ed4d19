using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Work in the queue of a burst: an activity to start, or a bookmark to resume.</summary>
internal sealed record ScheduledActivity(IActivity Activity, ActivityExecutionContext? Owner, ScheduleOptions Options)
{
    /// <summary>The execution that led here: one that completed, or the owner.</summary>
    public ActivityExecutionContext? Scheduler { get; init; }

    /// <summary>A faulted execution that runs again.</summary>
    public ActivityExecutionContext? Retried { get; init; }

    /// <summary>The execution to resume, with the bookmark that it waits on.</summary>
    public (ActivityExecutionContext Context, Bookmark Bookmark)? Resumed { get; init; }
}

/// <summary>What an owner gives to a scheduled activity.</summary>
internal sealed record ScheduleOptions
{
    public static ScheduleOptions None { get; } = new();

    public bool ByBackwardConnection { get; init; }

    public string? Tag { get; init; }

    public IReadOnlyList<(string Name, object? Value)> Variables { get; init; } = [];
}
