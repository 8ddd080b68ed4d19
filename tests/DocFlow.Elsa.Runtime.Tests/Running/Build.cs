using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Tests.Running;

/// <summary>Writes definitions as JSON with few words.</summary>
internal static class Build
{
    private const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static JsonObject Definition(JsonObject root, params JsonObject[] variables) => new() { ["definitionId"] = "test", ["variables"] = Array(variables), ["root"] = root };

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["type"] = $"Elsa.{type}", ["id"] = id };
        foreach (var (name, value) in properties)
            activity[name] = value;
        return activity;
    }

    public static JsonObject Sequence(string id, params JsonObject[] activities) => Activity("Sequence", id, ("activities", Array(activities)));

    /// <summary>Connections as “a:Done->b”, or “a->b”.</summary>
    public static JsonObject Flowchart(string id, JsonObject[] activities, params string[] connections) =>
        Activity("Flowchart", id, ("activities", Array(activities)), ("connections", new JsonArray([.. connections.Select(connection => (JsonNode)Connection(connection))])));

    public static JsonObject Line(string id, string? script = null) => Activity("WriteLine", id, ("text", script is null ? Literal(id) : Script(script)));

    public static JsonObject Task(string id) => Activity("RunTask", id, ("taskName", Literal(id)));

    public static JsonObject Literal(JsonNode? value) => Input("Literal", value);

    public static JsonObject Script(string script) => Input("JavaScript", script);

    public static JsonObject Liquid(string template) => Input("Liquid", template);

    public static JsonObject Input(string type, JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject Output(string target) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };

    public static JsonObject Variable(string id, string type = "Object", string? value = null, bool kept = true) =>
        new() { ["id"] = id, ["name"] = id, ["typeName"] = type, ["value"] = value, ["storageDriverTypeName"] = kept ? Driver : null };

    public static JsonObject Set(string id, string variable, JsonObject value) => Activity("SetVariable", id, ("variable", new JsonObject { ["id"] = variable }), ("value", value));

    private static JsonObject Connection(string text)
    {
        var (source, target) = (text.Split("->")[0], text.Split("->")[1]);
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source.Split(':')[0], ["port"] = source.Contains(':', StringComparison.Ordinal) ? source.Split(':')[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
    }

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items.Select(item => (JsonNode)item)]);
}
