using System.Security.Cryptography;
using System.Text;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Triggers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Published definitions in the database.</summary>
public sealed class DefinitionCatalog(DocFlowDbContext database, DefinitionCache cache, TriggerIndexer triggers, TimeProvider time)
{
    private const int MostConflicts = 10;

    /// <summary>The newest published version, or null.</summary>
    public Task<DefinitionRow?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        database.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Which definition a text is.</summary>
    /// <exception cref="DefinitionRefusedException">It can't be read.</exception>
    public string IdOf(string json) => cache.Read(json).DefinitionId;

    /// <summary>Publishes a text as the next version, unless the newest version is the same text.</summary>
    /// <returns>The version's number, or null when nothing changed.</returns>
    /// <exception cref="DefinitionRefusedException">It can't be used; the newest version stays.</exception>
    public async Task<int?> PublishAsync(string json, CancellationToken cancellationToken)
    {
        var definition = cache.Read(json);
        if (DefinitionValidator.Validate(definition) is { Count: > 0 } problems)
            throw new DefinitionRefusedException(problems);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var starts = await triggers.IndexAsync(definition, cancellationToken);
        for (var conflicts = 0; ; conflicts++)
        {
            var latest = await LatestAsync(definition.DefinitionId, cancellationToken);
            if (latest?.Hash == hash)
                return null;
            var number = (latest?.Number ?? 0) + 1;
            await AddAsync(definition.DefinitionId, number, hash, json, starts, cancellationToken);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return number;
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                // Another host published this number in the same instant, most likely the same text.
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task AddAsync(string definitionId, int number, string hash, string json, IReadOnlyList<StoredTrigger> starts, CancellationToken cancellationToken)
    {
        database.Add(new DefinitionRow { DefinitionId = definitionId, Number = number, Hash = hash, Json = json, PublishedAt = time.GetUtcNow() });
        database.RemoveRange(await database.Set<TriggerRow>().Where(row => row.DefinitionId == definitionId).ToListAsync(cancellationToken));
        foreach (var start in starts)
            database.Add(new TriggerRow { DefinitionId = definitionId, NodeId = start.NodeId, Hash = start.Hash });
    }
}
