using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>How faulted executions run again.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>Queues faulted executions; their faults count no more and their incidents are taken back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Retry(IReadOnlyCollection<string>? activityIds)
    {
        var faulted = _contexts.Where(context => context.Status == ActivityStatus.Faulted && (activityIds?.Contains(context.Activity.Id) ?? true)).ToList();
        foreach (var context in faulted)
        {
            var faults = context.AggregateFaultCount;
            for (var above = context; above is not null; above = above.ParentActivityExecutionContext)
                above.AggregateFaultCount = Math.Max(0, above.AggregateFaultCount - faults);
            context.Status = ActivityStatus.Running;
            context.Exception = null;
            // It asks anew for what it waits for.
            Bookmarks.RemoveOf(context);
            _incidents.RemoveAll(incident => incident.NodeId == context.Activity.NodeId);
            _queue.AddLast(new ScheduledActivity(context.Activity, context.ParentActivityExecutionContext, ScheduleOptions.None) { Retried = context });
        }

        return faulted.Count > 0;
    }
}
