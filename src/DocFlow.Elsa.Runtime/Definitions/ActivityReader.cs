using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Builds activities from JSON. Only registered types are created, only their own public properties are set.</summary>
internal sealed class ActivityReader(ActivityRegistry registry, List<string> warnings, UsedWorkflowReader workflows)
{
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "variables", "children" };

    private readonly InputReader _inputs = new(warnings);
    private readonly Dictionary<string, int> _generated = [];
    private readonly HashSet<string> _given = [];

    /// <summary>Where each activity that was read stands in the JSON.</summary>
    public Dictionary<IActivity, string> Paths { get; } = [];

    /// <summary>What executions may show of each activity that says something about it.</summary>
    public Dictionary<IActivity, LogPersistence> Logged { get; } = [];

    /// <summary>Reads a graph from its root.</summary>
    public IActivity ReadRoot(JsonElement json, string path)
    {
        _given.UnionWith(IdsIn(json));
        return Read(json, path);
    }

    public IActivity EmptyRoot()
    {
        var root = new Sequence { Type = "Elsa.Sequence", Id = "Sequence1" };
        Paths[root] = "$.root";
        return root;
    }

    /// <summary>The first id that a workflow around what was read may have.</summary>
    public string FreeWorkflowId()
    {
        var number = 1;
        while (_given.Contains($"Workflow{number}"))
            number++;
        return $"Workflow{number}";
    }

    private IActivity Read(JsonElement json, string path)
    {
        var typeName = json.Text("type") ?? throw new DefinitionRefusedException($"{path}.type", "活动缺少 type。");
        if (typeName == NotFoundActivity.TypeName && Restorable(json) is { } original)
            return Read(original, path);
        var activity = Create(typeName, json, path);
        activity.Id = json.Text("id") is { Length: > 0 } id ? id : NextId(typeName);
        activity.Name = json.Text("name");
        Paths[activity] = path;
        ReadFlags(json, activity);
        if (json.Find("customProperties") is { ValueKind: JsonValueKind.Object } custom)
        {
            ReadFlags(custom, activity);
            if (LogPersistence.Read(custom) is { } logged)
                Logged[activity] = logged;
        }

        if (activity is UsedWorkflow)
            return activity;
        if (activity is ContainerActivity container)
            container.Variables = VariableReader.Read(json.Find("variables"), $"{path}.variables", warnings);
        foreach (var property in activity.GetType().GetProperties().Where(property => property.CanWrite && !Common.Contains(property.Name)))
        {
            if (json.Find(property.Name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
                Set(activity, property, value, $"{path}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}");
        }

        if (activity is Flowchart flowchart)
            flowchart.Connections = ConnectionReader.Read(json, flowchart.Activities, path, warnings);

        return activity;
    }

    private IActivity Create(string typeName, JsonElement json, string path)
    {
        var type = registry.Find(typeName);
        if (workflows.Find(json, typeName, VersionOf(json), type is not null) is { } used)
            return Use(used, json, path);
        if (type is not null)
        {
            var activity = (IActivity)Activator.CreateInstance(type, nonPublic: true)!;
            activity.Type = typeName;
            activity.Version = type.GetCustomAttribute<ActivityAttribute>()?.Version ?? 1;
            return activity;
        }

        warnings.Add($"{path}.type：没有活动类型“{typeName}”。");
        return new NotFoundActivity { Type = NotFoundActivity.TypeName, MissingTypeName = typeName, OriginalActivityJson = json.GetRawText() };
    }

    private UsedWorkflow Use(UsableWorkflow used, JsonElement json, string path)
    {
        var (activity, inside) = workflows.Read(used, json, path, _inputs, warnings);
        _given.UnionWith(inside._given);
        _given.Add(activity.Children.Single().Id);
        Paths[activity.Children.Single()] = path;
        foreach (var inner in inside.Paths.Keys)
            Paths[inner] = path;
        foreach (var (inner, logged) in inside.Logged)
            Logged[inner] = logged;
        return activity;
    }

    private static int? VersionOf(JsonElement json) => json.Find("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : null;

    // An activity that was unknown when its definition was saved, and is known now.
    private JsonElement? Restorable(JsonElement json)
    {
        if (json.Text("missingTypeName") is not { } missing || !workflows.Knows(missing) || json.Text("originalActivityJson") is not { } text)
            return null;
        try
        {
            using var original = JsonDocument.Parse(text);
            return original.RootElement.Text("type") == missing ? original.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Also read at the top level, where early versions wrote them.
    private static void ReadFlags(JsonElement json, IActivity activity)
    {
        foreach (var name in new[] { "canStartWorkflow", "runAsynchronously" })
        {
            if (json.Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
                activity.CustomProperties[name] = flag.GetBoolean();
        }

        if (json.Text(MergeModes.Property) is { } merge)
            activity.CustomProperties[MergeModes.Property] = merge;
    }

    private string NextId(string typeName)
    {
        var shortName = typeName[(typeName.LastIndexOf('.') + 1)..];
        string id;
        do
        {
            _generated[shortName] = _generated.GetValueOrDefault(shortName) + 1;
            id = shortName + _generated[shortName];
        }
        while (!_given.Add(id));
        return id;
    }

    private void Set(IActivity activity, PropertyInfo property, JsonElement value, string path)
    {
        var type = property.PropertyType;
        if (typeof(Input).IsAssignableFrom(type))
            property.SetValue(activity, _inputs.Read(type, value, path));
        else if (typeof(Output).IsAssignableFrom(type))
            property.SetValue(activity, InputReader.ReadOutput(type, value));
        else if (type == typeof(IActivity))
            property.SetValue(activity, Read(value, path));
        else if (type == typeof(IList<IActivity>))
            property.SetValue(activity, ReadList(value, path));
        else if (type == typeof(IReadOnlyList<FlowSwitchCase>))
            property.SetValue(activity, ItemsOf(value, path).Select(item => new FlowSwitchCase(item.Json.Text("label") ?? "", _inputs.ReadCondition(item.Json, item.Path))).ToList());
        else if (type == typeof(IReadOnlyList<SwitchCase>))
            property.SetValue(activity, ItemsOf(value, path).Select(item => ReadCase(item.Json, item.Path)).ToList());
        else if (type == typeof(IReadOnlyList<HttpStatusCodeCase>))
            property.SetValue(activity, ItemsOf(value, path).Select(item => ReadStatusCode(item.Json, item.Path)).ToList());
        else if (type == typeof(Variable))
            property.SetValue(activity, new Variable { Id = value.Text("id") ?? "", Name = value.Text("name") ?? "" });
        else if (type.IsEnum || type == typeof(string) || type.IsPrimitive)
            property.SetValue(activity, ValueConversion.ToTypeOrDefault(value.ToString(), type));
    }

    private List<IActivity> ReadList(JsonElement value, string path)
    {
        var activities = ItemsOf(value, path).Select(item => Read(item.Json, item.Path)).ToList();
        if (activities.GroupBy(activity => activity.Id).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new DefinitionRefusedException(path, $"活动标识“{repeated.Key}”重复。");
        return activities;
    }

    private SwitchCase ReadCase(JsonElement item, string path) => new(
        item.Text("label") ?? "",
        _inputs.ReadCondition(item, path),
        item.Find("activity") is { ValueKind: JsonValueKind.Object } activity ? Read(activity, $"{path}.activity") : null);

    private HttpStatusCodeCase ReadStatusCode(JsonElement item, string path) => new(
        item.Find("statusCode") is { } code && ValueConversion.ToTypeOrDefault(code.ToString(), typeof(int)) is int number ? number : 0,
        item.Find("activity") is { ValueKind: JsonValueKind.Object } activity ? Read(activity, $"{path}.activity") : null);

    private static IEnumerable<(JsonElement Json, string Path)> ItemsOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, index) => (item, $"{path}[{index}]")) : [];

    private static HashSet<string> IdsIn(JsonElement json)
    {
        var ids = new HashSet<string>();
        var waiting = new Stack<JsonElement>([json]);
        while (waiting.TryPop(out var element))
        {
            if (element.Text("type") is not null && element.Text("id") is { Length: > 0 } id)
                ids.Add(id);
            foreach (var child in ChildrenOf(element))
                waiting.Push(child);
        }

        return ids;
    }

    private static IEnumerable<JsonElement> ChildrenOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };
}
