namespace DocFlow.Office.Outlooks;

/// <summary>Plays a version of a procedure from its start to its end, published or not, and keeps nothing of it.</summary>
public interface IProcedureSimulation
{
    /// <param name="services">All that activities are given; what isn't there can't be played.</param>
    /// <param name="next">The open work item to be decided next, and how; null when nothing is open.</param>
    Task<RehearsalEnd> PlayAsync(string definitionId, int version, string documentId, IServiceProvider services, Func<(string WorkItemId, string Outcome)?> next, CancellationToken cancellationToken);
}
