using System.Collections.Concurrent;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Engines;

/// <summary>The procedures whose definition is published.</summary>
internal sealed class PublishedProcedures(DefinitionCatalog catalog) : IProcedures
{
    // By definition and text: a text is read once.
    private static readonly ConcurrentDictionary<string, Procedure?> Read = new(StringComparer.Ordinal);

    public async Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) =>
        await catalog.PublishedAsync(definitionId, cancellationToken) is not null;

    public async Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken)
    {
        var declared = new List<Procedure>();
        foreach (var (definitionId, hash) in await catalog.PublishedHashesAsync(cancellationToken))
        {
            if (await DeclaredAsync(definitionId, hash, cancellationToken) is { } procedure)
                declared.Add(procedure);
        }

        return [.. declared.OrderBy(procedure => procedure.Group, StringComparer.Ordinal).ThenBy(procedure => procedure.Title, StringComparer.Ordinal)];
    }

    private async Task<Procedure?> DeclaredAsync(string definitionId, string hash, CancellationToken cancellationToken)
    {
        var key = $"{definitionId}/{hash}";
        if (Read.TryGetValue(key, out var known))
            return known;
        if (await catalog.PublishedAsync(definitionId, cancellationToken) is not { } row)
            return null;
        // The row says which definition it is, whatever its text says.
        var procedure = ProcedureReader.Read(row.Json) is { } read ? read with { Id = row.DefinitionId } : null;
        Read[$"{definitionId}/{row.Hash}"] = procedure;
        return procedure;
    }
}
