using System.Text;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads Elsa 3 workflow-definition JSON.</summary>
/// <param name="usable">The workflows that may be used as activities; none when null.</param>
public sealed class DefinitionReader(ActivityRegistry registry, IUsableWorkflows? usable = null)
{
    private const int LargestText = 4 * 1024 * 1024;
    private const int DeepestJson = 64;

    /// <exception cref="DefinitionRefusedException">The text can't be used at all.</exception>
    public WorkflowDefinition Read(string json)
    {
        if (json.Length > LargestText)
            throw new DefinitionRefusedException("$", $"流程定义超过{LargestText / 1024 / 1024} MB。");
        using var document = Parse(json);
        if (!WholeText.IsIn(Encoding.UTF8.GetBytes(json), DeepestJson))
            throw new DefinitionRefusedException("$", "有不完整的字符。");
        var root = document.RootElement.Clone();
        if (root.ValueKind != JsonValueKind.Object)
            throw new DefinitionRefusedException("$", "流程定义应是一个 JSON 对象。");

        var warnings = new List<string>();
        var definitionId = root.Text("definitionId") is { Length: > 0 } given ? given : root.Text("id") ?? throw new DefinitionRefusedException("$.definitionId", "缺少 definitionId。");
        var activities = new ActivityReader(registry, warnings, new UsedWorkflowReader(registry, usable, [definitionId], new UseCount()));
        var rootActivity = root.Find("root") is { ValueKind: JsonValueKind.Object } found
            ? activities.ReadRoot(found, "$.root")
            : activities.EmptyRoot();
        var variables = VariableReader.Read(root.Find("variables"), "$.variables", warnings);
        var workflow = new WorkflowActivity(rootActivity) { Type = WorkflowActivity.TypeName, Id = activities.FreeWorkflowId(), Variables = variables };
        var nodes = new Dictionary<string, IActivity>(StringComparer.Ordinal);
        Index(workflow, null, nodes, activities.Paths);
        return new WorkflowDefinition(
            definitionId,
            root.Text("id") ?? definitionId,
            root.Find("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1,
            root.Text("name"),
            variables,
            ReadInputs(root.Find("inputs")),
            rootActivity,
            nodes,
            warnings)
        {
            Workflow = workflow,
            Paths = nodes.ToDictionary(node => node.Key, node => activities.Paths.GetValueOrDefault(node.Value, "$.root")),
            LoggedByActivity = activities.Logged,
            Logged = LogPersistence.Read(root.Find("customProperties")),
            Declared = [.. registry.Checks.SelectMany(check => check(root))],
            Options = ReadOptions(root.Find("options"), warnings),
            ToolVersion = Version.TryParse(root.Text("toolVersion"), out var tool) ? tool : null,
        };
    }

    private static Dictionary<string, bool> ReadInputs(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(item => item.Text("name") is { Length: > 0 }).DistinctBy(item => item.Text("name")).ToDictionary(item => item.Text("name")!, item => VariableReader.Persists(item.Text("storageDriverType")))
            : [];

    private static WorkflowOptions ReadOptions(JsonElement? options, List<string> warnings)
    {
        var incidents = ClassOf(options?.Text("incidentStrategyType"));
        if (incidents is not (null or "FaultStrategy" or "ContinueWithIncidentsStrategy"))
            warnings.Add($"$.options.incidentStrategyType：没有“{incidents}”，出错时整个流程停止。");
        return new WorkflowOptions(incidents == "ContinueWithIncidentsStrategy", ClassOf(options?.Text("activationStrategyType")));
    }

    // “Elsa.Workflows.X, Elsa.Workflows.Core” or only “X”: compared by the class, never loaded.
    private static string? ClassOf(string? typeName)
    {
        if (string.IsNullOrWhiteSpace(typeName))
            return null;
        var name = typeName.Split(',')[0].Trim();
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestJson });
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase) ? $"嵌套超过{DeepestJson}层" : "不是有效的 JSON";
            throw new DefinitionRefusedException("$", $"{reason}（第{exception.LineNumber + 1}行）。");
        }
    }

    private static void Index(IActivity activity, string? parent, Dictionary<string, IActivity> nodes, Dictionary<IActivity, string> paths)
    {
        activity.NodeId = parent is null ? activity.Id : $"{parent}:{activity.Id}";
        if (!nodes.TryAdd(activity.NodeId, activity))
            throw new DefinitionRefusedException($"{paths.GetValueOrDefault(activity, "$.root")}.id", $"活动标识“{activity.Id}”在同一容器中重复。");
        if (activity is not IContainer container)
            return;
        foreach (var child in container.Children)
            Index(child, activity.NodeId, nodes, paths);
    }
}
