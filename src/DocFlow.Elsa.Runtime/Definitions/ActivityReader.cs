using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Builds activities from JSON. Only registered types are created, only their own public properties are set.</summary>
internal sealed class ActivityReader(ActivityRegistry registry, List<string> warnings)
{
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "id", "nodeId", "name", "type", "version", "customProperties", "variables", "children" };

    private readonly Dictionary<string, int> _generated = [];

    public IActivity Read(JsonElement json, string path)
    {
        var typeName = json.Text("type") ?? throw new DefinitionRefusedException($"{path}.type", "活动缺少 type。");
        var activity = Create(typeName, path);
        activity.Type = typeName;
        activity.Id = json.Text("id") is { Length: > 0 } id ? id : NextId(typeName);
        activity.Name = json.Text("name");
        if (json.Find("customProperties") is { ValueKind: JsonValueKind.Object } custom)
        {
            foreach (var property in custom.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False))
                activity.CustomProperties[property.Name] = property.Value.GetBoolean();
        }

        if (activity is ContainerActivity container)
            container.Variables = DefinitionReader.ReadVariables(json.Find("variables"), $"{path}.variables", warnings);
        foreach (var property in activity.GetType().GetProperties().Where(property => property.CanWrite && !Common.Contains(property.Name)))
        {
            if (json.Find(property.Name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
                Set(activity, property, value, $"{path}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}");
        }

        return activity;
    }

    private IActivity Create(string typeName, string path)
    {
        if (registry.Find(typeName) is { } type)
            return (IActivity)Activator.CreateInstance(type, nonPublic: true)!;
        warnings.Add($"{path}.type：没有活动类型“{typeName}”。");
        return new NotFoundActivity { MissingTypeName = typeName };
    }

    private string NextId(string typeName)
    {
        var shortName = typeName[(typeName.LastIndexOf('.') + 1)..];
        _generated[shortName] = _generated.GetValueOrDefault(shortName) + 1;
        return shortName + _generated[shortName];
    }

    private void Set(IActivity activity, PropertyInfo property, JsonElement value, string path)
    {
        var type = property.PropertyType;
        if (typeof(Input).IsAssignableFrom(type))
            property.SetValue(activity, ReadInput(type, value));
        else if (typeof(Output).IsAssignableFrom(type))
            property.SetValue(activity, ReadOutput(type, value));
        else if (type == typeof(IActivity))
            property.SetValue(activity, Read(value, path));
        else if (type == typeof(IList<IActivity>))
            property.SetValue(activity, ReadList(value, path));
        else if (type == typeof(IReadOnlyList<Connection>))
            property.SetValue(activity, ReadConnections(value, (Flowchart)activity, path));
        else if (type == typeof(IReadOnlyList<FlowSwitchCase>))
            property.SetValue(activity, ReadCases(value));
        else if (type == typeof(Variable))
            property.SetValue(activity, new Variable(value.Text("id") ?? "", value.Text("name") ?? "", typeof(object), null, false));
    }

    private List<IActivity> ReadList(JsonElement value, string path)
    {
        var activities = new List<IActivity>();
        if (value.ValueKind == JsonValueKind.Array)
            activities.AddRange(value.EnumerateArray().Select((item, index) => Read(item, $"{path}[{index}]")));
        if (activities.GroupBy(activity => activity.Id).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new DefinitionRefusedException(path, $"活动标识“{repeated.Key}”重复。");
        return activities;
    }

    // Absent typeName: Elsa treats the input as unset. A bare value is a literal.
    private static object? ReadInput(Type type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Activator.CreateInstance(type, new Expression("Literal", value.Clone()));
        if (value.Find("typeName") is null || value.Find("expression") is not { ValueKind: JsonValueKind.Object } expression)
            return null;
        return ReadExpression(expression) is { } read && ExpressionEvaluator.Types.Contains(read.Type) ? Activator.CreateInstance(type, read) : null;
    }

    private static Expression? ReadExpression(JsonElement json) =>
        json.Find("type") is { } type ? new Expression(type.ValueKind == JsonValueKind.String ? type.GetString()! : "Literal", json.Find("value") is { } value ? value.Clone() : null) : null;

    private static object? ReadOutput(Type type, JsonElement value) =>
        value.Find("typeName") is not null && value.Find("memoryReference")?.Text("id") is { } id
            ? Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [id], null)
            : null;

    private static List<FlowSwitchCase> ReadCases(JsonElement value) =>
    [
        .. value.EnumerateArray()
            .Select(item => (Label: item.Text("label") ?? "", Condition: item.Find("condition") is { ValueKind: JsonValueKind.Object } condition ? ReadExpression(condition) : null))
            .Select(item => new FlowSwitchCase(item.Label, item.Condition ?? new Expression("Literal", false))),
    ];

    private List<Connection> ReadConnections(JsonElement value, Flowchart flowchart, string path)
    {
        var ids = flowchart.Activities.Select(activity => activity.Id).ToHashSet();
        var connections = new List<Connection>();
        foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
        {
            var connection = ReadConnection(item);
            if (ids.Contains(connection.Source) && ids.Contains(connection.Target))
                connections.Add(connection);
            else
                warnings.Add($"{path}[{index}]：连线的一端不存在（{connection.Source} → {connection.Target}），已略去。");
        }

        return connections;
    }

    // The present form, and the flat one of 3.0.
    private static Connection ReadConnection(JsonElement item)
    {
        if (item.Find("source") is { ValueKind: JsonValueKind.Object } source)
            return new Connection(source.Text("activity") ?? "", source.Text("port"), item.Find("target")?.Text("activity") ?? "");
        return new Connection(item.Text("source") ?? "", item.Text("sourcePort"), item.Text("target") ?? "");
    }
}
