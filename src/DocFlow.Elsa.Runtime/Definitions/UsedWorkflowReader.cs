using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads the workflows that a definition uses as activities, each use anew, and refuses circles and depths without end.</summary>
internal sealed class UsedWorkflowReader(ActivityRegistry registry, IUsableWorkflows? usable, IReadOnlyList<string> chain, UseCount count)
{
    private const int Deepest = 16;

    /// <summary>Which workflow an activity's JSON names: by type and version, a known version id going before; else by definition id.</summary>
    public UsableWorkflow? Find(JsonElement json, string typeName, int? version, bool isRegistered)
    {
        if (usable is null)
            return null;
        if (json.Text("workflowDefinitionVersionId") is { Length: > 0 } versionId && usable.ByVersionId(versionId) is { } exact)
            return exact;
        if (isRegistered)
            return null;
        return usable.ByType(typeName, version) ?? (json.Text("workflowDefinitionId") is { Length: > 0 } definitionId ? usable.ByDefinitionId(definitionId) : null);
    }

    public bool Knows(string typeName) => registry.Find(typeName) is not null || usable?.ByType(typeName, null) is not null;

    /// <exception cref="DefinitionRefusedException">It uses itself, or too many uses stand within each other.</exception>
    public (UsedWorkflow Activity, ActivityReader Inside) Read(UsableWorkflow used, JsonElement json, string path, InputReader inputs, List<string> warnings)
    {
        if (chain.Contains(used.DefinitionId))
            throw new DefinitionRefusedException(path, $"流程“{used.Name ?? used.DefinitionId}”循环引用了自己：{string.Join(" → ", [.. chain, used.DefinitionId])}。");
        if (chain.Count >= Deepest)
            throw new DefinitionRefusedException(path, $"引用流程超过{Deepest}层。");
        count.Add(path);
        using var document = JsonDocument.Parse(used.Json);
        var definition = document.RootElement.Clone();
        var inner = new List<string>();
        var reader = new ActivityReader(registry, inner, new UsedWorkflowReader(registry, usable, [.. chain, used.DefinitionId], count));
        var root = definition.Find("root") is { ValueKind: JsonValueKind.Object } found ? reader.ReadRoot(found, "$.root") : reader.EmptyRoot();
        var workflow = new WorkflowActivity(root) { Type = WorkflowActivity.TypeName, Id = reader.FreeWorkflowId(), Variables = VariableReader.Read(definition.Find("variables"), "$.variables", inner) };
        warnings.AddRange(inner.Select(warning => $"{path}（流程“{used.Name ?? used.DefinitionId}”）{warning}"));
        var declared = Declarations(definition, "inputs").Select(input => (Definition: input, Value: Given(json, input.Name, path, inputs))).ToList();
        var outputs = Declarations(definition, "outputs").Select(output => new SyntheticOutput(output.Name, json.Find(output.Name) is { } bound ? (Output?)InputReader.ReadOutput(typeof(Output<object>), bound) : null)).ToList();
        var activity = new UsedWorkflow(workflow, [.. declared.Select(input => new SyntheticInput(input.Definition.Name, input.Value(input.Definition.Type)))], outputs)
        {
            Type = used.TypeName,
            Version = used.Version,
            Variables = [.. declared.Select(input => input.Definition), .. outputs.Select(output => new VariableDefinition(output.Name, output.Name, typeof(object), null, IsPersistent: false))],
        };
        return (activity, reader);
    }

    private static Func<Type, Input?> Given(JsonElement json, string name, string path, InputReader inputs) => type =>
        json.Find(name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value
            ? (Input?)inputs.Read(typeof(Input<>).MakeGenericType(type), value, $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(name)}")
            : null;

    private static IEnumerable<VariableDefinition> Declarations(JsonElement definition, string property) =>
        definition.Find(property) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(item => item.Text("name") is { Length: > 0 }).DistinctBy(item => item.Text("name")).Select(Declaration)
            : [];

    private static VariableDefinition Declaration(JsonElement item) => new(
        item.Text("name")!,
        item.Text("name")!,
        TypeAliases.Find(item.Text("type") ?? "Object", item.Find("isArray") is { ValueKind: JsonValueKind.True }) ?? typeof(object),
        null,
        VariableReader.Persists(item.Text("storageDriverType")));
}

/// <summary>How many uses a definition has altogether: a few levels of a few uses each multiply.</summary>
internal sealed class UseCount
{
    private const int Most = 500;

    private int _uses;

    public void Add(string path)
    {
        if (++_uses > Most)
            throw new DefinitionRefusedException(path, $"引用流程超过{Most}处。");
    }
}
