using DocFlow.Elsa.Runtime.Definitions;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>The versions of definitions, and which one an instance runs.</summary>
public sealed class ProcedureCatalog
{
    private readonly DocFlowDbContext _database;
    private readonly DefinitionCache _cache;

    internal ProcedureCatalog(DocFlowDbContext database, DefinitionCache cache) => (_database, _cache) = (database, cache);

    /// <returns>Null when there is no such instance.</returns>
    public Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken) => _database.Set<InstanceRow>().Where(row => row.Id == instanceId)
        .Join(_database.Set<DefinitionRow>(), row => row.DefinitionRowId, row => row.Id, (_, version) => (int?)version.Number).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<(int Number, bool IsPublished)>> VersionsAsync(string definitionId, CancellationToken cancellationToken) =>
        [.. (await _database.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.IsPublished }).ToListAsync(cancellationToken)).Select(row => (row.Number, row.IsPublished))];

    /// <returns>Null when there is no such version.</returns>
    public async Task<WorkflowDefinition?> ReadAsync(string definitionId, int number, CancellationToken cancellationToken) =>
        await _database.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId && row.Number == number)
            .Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).SingleOrDefaultAsync(cancellationToken) is { } key
            ? await _cache.GetAsync(_database, key, cancellationToken)
            : null;

    /// <summary>A version's text; the published one's without a number.</summary>
    public async Task<(int Version, string Json)?> TextAsync(string definitionId, int? number, CancellationToken cancellationToken) =>
        await _database.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId && (number == null ? row.IsPublished : row.Number == number))
            .Select(row => new { row.Number, row.Json }).FirstOrDefaultAsync(cancellationToken) is { } row ? (row.Number, row.Json) : null;
}
