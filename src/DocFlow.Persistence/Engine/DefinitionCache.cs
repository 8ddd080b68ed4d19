using System.Collections.Concurrent;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>The read definitions of this process, by row and text: only a draft's text changes.</summary>
public sealed class DefinitionCache(ActivityRegistry registry)
{
    private readonly ConcurrentDictionary<long, (string Hash, WorkflowDefinition Definition)> _definitions = new();

    /// <exception cref="DefinitionRefusedException">The text can't be used.</exception>
    public WorkflowDefinition Read(string json) => new DefinitionReader(registry).Read(json);

    /// <summary>The definition of a stored version; its text is loaded only when it wasn't read yet.</summary>
    internal async Task<WorkflowDefinition> GetAsync(DocFlowDbContext database, DefinitionKey key, CancellationToken cancellationToken)
    {
        if (_definitions.TryGetValue(key.RowId, out var known) && known.Hash == key.Hash)
            return known.Definition;
        var row = await database.Set<DefinitionRow>().AsNoTracking().SingleAsync(row => row.Id == key.RowId, cancellationToken);
        // The row says which version it is, whatever its text says.
        var definition = Read(row.Json) with { DefinitionId = row.DefinitionId, VersionId = row.VersionId, Version = row.Number };
        _definitions[key.RowId] = (row.Hash, definition);
        return definition;
    }

    /// <summary>Forgets all: other workflows that they use have changed.</summary>
    internal void Clear() => _definitions.Clear();
}
