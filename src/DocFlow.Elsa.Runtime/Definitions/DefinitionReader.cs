using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads Elsa 3 workflow-definition JSON.</summary>
public sealed class DefinitionReader(ActivityRegistry registry)
{
    private const int LargestText = 4 * 1024 * 1024;
    private const int DeepestJson = 64;
    private const string WorkflowNode = "Workflow1";

    /// <exception cref="DefinitionRefusedException">The text can't be used at all.</exception>
    public WorkflowDefinition Read(string json)
    {
        if (json.Length > LargestText)
            throw new DefinitionRefusedException("$", $"流程定义超过{LargestText / 1024 / 1024} MB。");
        using var document = Parse(json);
        var root = document.RootElement.Clone();
        if (root.ValueKind != JsonValueKind.Object)
            throw new DefinitionRefusedException("$", "流程定义应是一个 JSON 对象。");

        var warnings = new List<string>();
        var activities = new ActivityReader(registry, warnings);
        var rootActivity = root.Find("root") is { ValueKind: JsonValueKind.Object } found
            ? activities.Read(found, "$.root")
            : new Sequence { Type = "Elsa.Sequence", Id = "Sequence1" };
        var nodes = new Dictionary<string, IActivity>(StringComparer.Ordinal);
        Index(rootActivity, WorkflowNode, nodes);
        var definitionId = root.Text("definitionId") ?? root.Text("id") ?? throw new DefinitionRefusedException("$.definitionId", "缺少 definitionId。");
        return new WorkflowDefinition(
            definitionId,
            root.Text("id") ?? definitionId,
            root.Find("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1,
            root.Text("name"),
            ReadVariables(root.Find("variables"), "$.variables", warnings),
            ReadInputs(root.Find("inputs")),
            rootActivity,
            nodes,
            warnings);
    }

    internal static List<Variable> ReadVariables(JsonElement? array, string path, List<string> warnings)
    {
        var variables = new List<Variable>();
        if (array is not { ValueKind: JsonValueKind.Array } items)
            return variables;
        foreach (var item in items.EnumerateArray())
        {
            var name = item.Text("name") ?? "";
            if (TypeAliases.Find(item.Text("typeName") ?? "Object", item.Find("isArray") is { ValueKind: JsonValueKind.True }) is not { } type)
            {
                warnings.Add($"{path}：变量“{name}”的类型“{item.Text("typeName")}”不认识，已略去。");
                continue;
            }

            var value = item.Find("value") is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.ToString() : null;
            variables.Add(new Variable(
                item.Text("id") is { Length: > 0 } id ? id : name,
                name,
                type,
                string.IsNullOrWhiteSpace(value) ? type.IsValueType ? Activator.CreateInstance(type) : null : ValueConversion.ToTypeOrDefault(value, type),
                item.Text("storageDriverTypeName") is { } driver && !driver.Contains("Memory", StringComparison.Ordinal)));
        }

        return variables;
    }

    private static Dictionary<string, bool> ReadInputs(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(item => item.Text("name") is { Length: > 0 }).DistinctBy(item => item.Text("name")).ToDictionary(item => item.Text("name")!, item => item.Text("storageDriverType") is { Length: > 0 })
            : [];

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestJson });
        }
        catch (JsonException exception)
        {
            throw new DefinitionRefusedException("$", $"不是有效的 JSON（第{exception.LineNumber + 1}行）。");
        }
    }

    private static void Index(IActivity activity, string parent, Dictionary<string, IActivity> nodes)
    {
        activity.NodeId = $"{parent}:{activity.Id}";
        if (!nodes.TryAdd(activity.NodeId, activity))
            throw new DefinitionRefusedException("$.root", $"活动标识“{activity.Id}”在同一容器中重复。");
        if (activity is not IContainer container)
            return;
        foreach (var child in container.Children)
            Index(child, activity.NodeId, nodes);
    }
}
