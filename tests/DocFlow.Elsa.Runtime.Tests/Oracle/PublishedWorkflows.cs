using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>What is published during a case: each definition's versions, the last of which new instances run.</summary>
internal sealed class PublishedWorkflows : IUsableWorkflows
{
    private readonly Dictionary<string, List<string>> _versions = [];

    public IEnumerable<string> DefinitionIds => _versions.Keys;

    public IReadOnlyList<UsableWorkflow> Published => [.. _versions.Keys.Select(ByDefinitionId).OfType<UsableWorkflow>()];

    public void Publish(JsonElement definition)
    {
        var id = definition.GetProperty("definitionId").GetString()!;
        if (!_versions.TryGetValue(id, out var versions))
            _versions[id] = versions = [];
        versions.Add(definition.GetRawText());
    }

    public bool Exists(string definitionId) => _versions.ContainsKey(definitionId);

    /// <summary>The published version of a definition, with its number.</summary>
    public (string Json, int Version) Latest(string definitionId) => (_versions[definitionId][^1], _versions[definitionId].Count);

    public WorkflowDefinition Read(string json) => new DefinitionReader(new ActivityRegistry().AddFrom(typeof(PublishedWorkflows).Assembly), this).Read(json);

    public UsableWorkflow? ByType(string typeName, int? version) =>
        Published.Where(used => used.TypeName == typeName).Select(used => version is { } number && number < used.Version ? Of(used.DefinitionId, number) : used).FirstOrDefault();

    public UsableWorkflow? ByVersionId(string versionId) => null;

    public UsableWorkflow? ByDefinitionId(string definitionId) => _versions.TryGetValue(definitionId, out var versions) ? Of(definitionId, versions.Count) : null;

    private UsableWorkflow? Of(string definitionId, int version)
    {
        var json = _versions[definitionId][version - 1];
        using var document = JsonDocument.Parse(json);
        var usable = document.RootElement.TryGetProperty("options", out var options) && options.TryGetProperty("usableAsActivity", out var marked) && marked.GetBoolean();
        var name = document.RootElement.TryGetProperty("name", out var given) ? given.GetString()! : definitionId;
        return usable ? new UsableWorkflow(name.Replace(" ", "", StringComparison.Ordinal), definitionId, $"{definitionId}-{version}", version, true, name, null, null, json) : null;
    }
}
