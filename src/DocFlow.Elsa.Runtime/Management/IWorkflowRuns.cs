namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Starts, resumes and ends instances. A burst that faults is kept with its incidents.</summary>
public interface IWorkflowRuns
{
    /// <summary>Starts an instance and answers after its first burst; null when there is no such version.</summary>
    Task<StartResult?> ExecuteAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Starts an instance in the background.</summary>
    /// <returns>Its id, or null when there is no such version.</returns>
    Task<string?> DispatchAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Completes the RunTask that waits under an id. An unknown or finished task does nothing; one that isn't there yet gets it when it comes.</summary>
    Task CompleteTaskAsync(string taskId, object? result, CancellationToken cancellationToken);

    /// <summary>Tells an event to who waits for it; nobody yet: to who waits next.</summary>
    Task TriggerAsync(EventRequest request, CancellationToken cancellationToken);

    /// <summary>Cancels instances that run, with their children.</summary>
    /// <returns>How many were cancelled.</returns>
    Task<int> CancelAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken);

    /// <summary>Runs faulted activities again; all of the instance's when none are named.</summary>
    /// <returns>Whether there was something to retry.</returns>
    Task<bool> RetryAsync(string instanceId, IReadOnlyCollection<string> activityIds, CancellationToken cancellationToken);
}
