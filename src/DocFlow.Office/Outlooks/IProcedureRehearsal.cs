namespace DocFlow.Office.Outlooks;

/// <summary>Plays a procedure's next stretch on its stored definition and state, and keeps nothing of it.</summary>
public interface IProcedureRehearsal
{
    /// <param name="services">All that activities are given; what isn't there can't be played.</param>
    Task<RehearsalEnd> StartAsync(string definitionId, string instanceId, string documentId, IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>Plays on from a work item's outcome.</summary>
    Task<RehearsalEnd> ResumeAsync(string instanceId, string workItemId, string outcome, IServiceProvider services, CancellationToken cancellationToken);
}
