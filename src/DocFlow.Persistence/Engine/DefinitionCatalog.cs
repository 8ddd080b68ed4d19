using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>The read definitions of this process, by row: a published version never changes.</summary>
public sealed class DefinitionCache(ActivityRegistry registry)
{
    private readonly ConcurrentDictionary<long, WorkflowDefinition> _definitions = new();

    public WorkflowDefinition Get(DefinitionRow row) => _definitions.GetOrAdd(row.Id, _ => Read(row.Json));

    /// <exception cref="DefinitionRefusedException">The text can't be used.</exception>
    public WorkflowDefinition Read(string json) => new DefinitionReader(registry).Read(json);
}

/// <summary>Published definitions in the database.</summary>
public sealed class DefinitionCatalog(DocFlowDbContext database, DefinitionCache cache, TimeProvider time)
{
    /// <summary>The newest published version, or null.</summary>
    public Task<DefinitionRow?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        database.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Publishes a text as the next version, unless the newest version is the same text.</summary>
    /// <returns>The version's number, or null when nothing changed.</returns>
    /// <exception cref="DefinitionRefusedException">It can't be used; the newest version stays.</exception>
    public async Task<int?> PublishAsync(string json, CancellationToken cancellationToken)
    {
        var definition = cache.Read(json);
        if (DefinitionValidator.Validate(definition) is { Count: > 0 } problems)
            throw new DefinitionRefusedException("$.root", string.Join(" ", problems));

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var latest = await LatestAsync(definition.DefinitionId, cancellationToken);
        if (latest?.Hash == hash)
            return null;
        var row = new DefinitionRow
        {
            DefinitionId = definition.DefinitionId,
            Number = (latest?.Number ?? 0) + 1,
            Hash = hash,
            Json = json,
            PublishedAt = time.GetUtcNow(),
        };
        database.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        return row.Number;
    }
}
