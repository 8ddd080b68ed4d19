using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Work in the queue of a burst: an activity to start, or a bookmark to resume.</summary>
internal sealed record ScheduledActivity(IActivity Activity, ActivityExecutionContext? Owner, bool ByBackwardConnection = false)
{
    /// <summary>The execution to resume, with the bookmark that it waits on.</summary>
    public (ActivityExecutionContext Context, Bookmark Bookmark)? Resumed { get; init; }
}
