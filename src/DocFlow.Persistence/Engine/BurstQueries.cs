using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>What every burst asks the database, compiled once for the host's model.</summary>
internal sealed class BurstQueries
{
    /// <summary>A place where an instance waits.</summary>
    public sealed record Waiting(string InstanceId, string BookmarkId);

    /// <summary>An instance to be changed, with the version that it runs.</summary>
    public sealed record Found(InstanceRow Row, long VersionRowId, string Hash, string VersionId, int Number);

    public Func<DocFlowDbContext, string, CancellationToken, Task<DefinitionKey?>> Published { get; } = EF.CompileAsyncQuery(
        (DocFlowDbContext database, string definitionId, CancellationToken cancellationToken) => database.Set<DefinitionRow>()
            .Where(row => row.DefinitionId == definitionId && row.IsPublished).OrderByDescending(row => row.Number)
            .Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).FirstOrDefault());

    public Func<DocFlowDbContext, string, CancellationToken, Task<Found?>> Instance { get; } = EF.CompileAsyncQuery(
        (DocFlowDbContext database, string instanceId, CancellationToken cancellationToken) => database.Set<InstanceRow>().Where(row => row.Id == instanceId)
            .Join(database.Set<DefinitionRow>(), row => row.DefinitionRowId, row => row.Id, (row, version) => new Found(row, version.Id, version.Hash, version.VersionId, version.Number))
            .SingleOrDefault());

    public Func<DocFlowDbContext, string, IAsyncEnumerable<BookmarkRow>> Bookmarks { get; } = EF.CompileAsyncQuery(
        (DocFlowDbContext database, string instanceId) => database.Set<BookmarkRow>().Where(row => row.InstanceId == instanceId));

    /// <summary>All who wait for a hash, whatever they are about.</summary>
    public Func<DocFlowDbContext, string, IAsyncEnumerable<Waiting>> WaitingForHash { get; } = EF.CompileAsyncQuery(
        (DocFlowDbContext database, string hash) => database.Set<BookmarkRow>().Where(row => row.Hash == hash).OrderBy(row => row.Id).Select(row => new Waiting(row.InstanceId, row.Id)));

    /// <summary>What came before an instance waited for one hash.</summary>
    public Func<DocFlowDbContext, string, DateTimeOffset, string, string, IAsyncEnumerable<StimulusRow>> Early { get; } = EF.CompileAsyncQuery(
        (DocFlowDbContext database, string hash, DateTimeOffset now, string correlation, string instanceId) => database.Set<StimulusRow>().AsNoTracking()
            .Where(row => row.Hash == hash && row.TakenBy == null && row.ExpiresAt > now && (row.CorrelationId == null || row.CorrelationId == correlation) && (row.InstanceId == null || row.InstanceId == instanceId)));
}
