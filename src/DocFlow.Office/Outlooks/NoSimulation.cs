namespace DocFlow.Office.Outlooks;

/// <summary>For an engine that can't play without acting.</summary>
internal sealed class NoSimulation : IProcedureSimulation
{
    public Task<RehearsalEnd> PlayAsync(
        string definitionId, int version, string documentId, IServiceProvider services, Func<(string WorkItemId, string Outcome)?> next, CancellationToken cancellationToken) => Task.FromResult(RehearsalEnd.Unknown);
}
