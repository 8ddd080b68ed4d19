namespace DocFlow.Office.Outlooks;

/// <summary>For an engine that can't play without acting: nothing is foretold.</summary>
internal sealed class NoRehearsal : IProcedureRehearsal
{
    public Task<RehearsalEnd> StartAsync(string definitionId, string instanceId, string documentId, IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult(RehearsalEnd.Unknown);

    public Task<RehearsalEnd> ResumeAsync(string instanceId, string workItemId, string outcome, IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult(RehearsalEnd.Unknown);
}
