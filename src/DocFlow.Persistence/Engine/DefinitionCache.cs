using System.Collections.Concurrent;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Persistence.Engine;

/// <summary>The read definitions of this process, by row: a published version never changes.</summary>
public sealed class DefinitionCache(ActivityRegistry registry)
{
    private readonly ConcurrentDictionary<long, WorkflowDefinition> _definitions = new();

    public WorkflowDefinition Get(DefinitionRow row) => _definitions.GetOrAdd(row.Id, _ => Read(row.Json));

    /// <exception cref="DefinitionRefusedException">The text can't be used.</exception>
    public WorkflowDefinition Read(string json) => new DefinitionReader(registry).Read(json);
}
