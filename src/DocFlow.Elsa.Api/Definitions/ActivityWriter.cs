using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Descriptors;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>
/// Writes activities as the real server does: every input, output and port of the type is there (null when unset), ids are filled in,
/// unknown types stand as not found, what the type doesn't know is left out.
/// </summary>
internal sealed class ActivityWriter(ShapeList shapes, IReadOnlyDictionary<string, string> nodeIds)
{
    public const string NotFound = "Elsa.NotFoundActivity";
    private const string Flowchart = "Elsa.Flowchart";

    // Parts of built-in types that are no inputs; their activities are found by their place.
    private static readonly string[] Structure = ["activities", "branches", "cases", "default", "variable", "missingTypeName", "missingTypeVersion", "originalActivityJson"];

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "variables", "connections", "start", "runAsynchronously", "canStartWorkflow", "source", "line", "$schema",
    };

    public JsonObject Write(JsonElement json, string path)
    {
        var typeName = json.Text("type") ?? "";
        if (typeName == NotFound && Restorable(json) is { } original)
            return Write(original, path);
        var shape = shapes.Find(typeName);
        var activity = new JsonObject();
        if (typeName == Flowchart)
            return WriteFlowchart(activity, json, path);
        if (shape is not null)
            WriteParts(activity, shape, json, path);
        else if (json.Text("workflowDefinitionId") is not null || json.Text("workflowDefinitionVersionId") is not null)
            WriteUsedWorkflow(activity, json);
        else
            return NotFoundActivity.Write(json, Identity(path, json), typeName);
        if (json.Find("variables") is { ValueKind: JsonValueKind.Array } variables && shape?.IsContainer == true)
            activity["variables"] = VariableWriter.WriteAll(variables, withArrayFlag: false);
        else if (shape?.IsContainer == true)
            activity["variables"] = new JsonArray();
        WriteIdentity(activity, json, path, typeName, nameIsAlwaysThere: true);
        return activity;
    }

    private static JsonElement? Restore(string text, string missing)
    {
        try
        {
            var original = ElsaBody.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            return original.Text("type") == missing ? original : null;
        }
        catch (Refusals.ElsaRefusedException)
        {
            return null;
        }
    }

    private (string Id, string NodeId) Identity(string path, JsonElement json)
    {
        var nodeId = nodeIds.GetValueOrDefault(path);
        var id = json.Text("id") is { Length: > 0 } given ? given : nodeId is null ? "" : nodeId[(nodeId.LastIndexOf(':') + 1)..];
        return (id, nodeId ?? id);
    }

    // An activity that was unknown when its definition was saved, and is known now.
    private JsonElement? Restorable(JsonElement json) =>
        json.Text("missingTypeName") is { } missing && shapes.Find(missing) is not null && json.Text("originalActivityJson") is { } text ? Restore(text, missing) : null;

    private void WriteParts(JsonObject activity, ActivityDescriptor shape, JsonElement json, string path)
    {
        foreach (var input in shape.Inputs)
        {
            var name = Camel(input.Name);
            if (input.IsWrapped)
                activity[name] = WriteInput(json.Find(name), input.TypeName);
            else if (!Structure.Contains(name) && (json.Find(name).Node() ?? Default(input)) is { } value)
                activity[name] = value;
        }

        foreach (var output in shape.Outputs)
            activity[Camel(output.Name)] = WriteOutput(json.Find(Camel(output.Name)), output.TypeName);
        foreach (var port in shape.Ports.Where(port => port.Type == PortType.Embedded))
        {
            var name = Camel(port.Name);
            if (!activity.ContainsKey(name) && shape.TypeName != "Elsa.Workflow")
                activity[name] = WritePart(json.Find(name), $"{path}.{name}");
        }

        foreach (var name in Structure.Where(name => json.Find(name) is not null && !activity.ContainsKey(name)))
            activity[name] = name == "variable" ? VariableWriter.Write(json.Find(name)!.Value, withArrayFlag: false) : WritePart(json.Find(name), $"{path}.{name}");
    }

    private static JsonNode? Default(InputDescriptor input) => input.DefaultValue is { } value ? JsonSerializer.SerializeToNode(value, value.GetType(), ElsaJson.Options) : input.TypeName == "Boolean" ? false : null;

    // Activities wherever they stand; everything else as it is.
    private JsonNode? WritePart(JsonElement? part, string path)
    {
        if (part is not { } json)
            return null;
        if (json.ValueKind == JsonValueKind.Object && nodeIds.ContainsKey(path))
            return Write(json, path);
        return json.ValueKind switch
        {
            JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select((item, index) => WritePart(item, $"{path}[{index}]"))]),
            JsonValueKind.Object => new JsonObject(json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, WritePart(property.Value, $"{path}.{Camel(property.Name)}")))),
            _ => JsonSerializer.SerializeToNode(json),
        };
    }

    private static JsonObject? WriteInput(JsonElement? given, string typeName)
    {
        if (given is not { } json)
            return null;
        if (json.ValueKind != JsonValueKind.Object)
            return new JsonObject { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = given.Node() } };
        // Studio sends a null for the type of an input that it sets for the first time.
        if (!json.Has("typeName") || json.Find("expression") is not { } expression)
            return null;
        var written = new JsonObject { ["type"] = expression.Text("type") ?? "Literal" };
        if (expression.Find("value").Node() is { } value)
            written["value"] = value;
        return new JsonObject { ["typeName"] = typeName, ["expression"] = written };
    }

    private static JsonObject? WriteOutput(JsonElement? given, string typeName)
    {
        if (given is not { } json || !json.Has("typeName") || json.Find("memoryReference")?.Text("id") is not { Length: > 0 } id)
            return null;
        var output = new JsonObject { ["typeName"] = typeName, ["memoryReference"] = new JsonObject { ["id"] = id } };
        if (json.Find("converter").Node() is { } converter)
            output["converter"] = converter;
        return output;
    }

    private static void WriteUsedWorkflow(JsonObject activity, JsonElement json)
    {
        foreach (var property in json.EnumerateObject().Where(property => !Common.Contains(property.Name) && !property.NameEquals("root")))
            activity[Camel(property.Name)] = JsonSerializer.SerializeToNode(property.Value);
    }

    private JsonObject WriteFlowchart(JsonObject activity, JsonElement json, string path)
    {
        WriteIdentity(activity, json, path, Flowchart, nameIsAlwaysThere: false);
        var children = WritePart(json.Find("activities"), $"{path}.activities") as JsonArray ?? [];
        activity["activities"] = children;
        activity["variables"] = json.Find("variables") is { ValueKind: JsonValueKind.Array } variables ? VariableWriter.WriteAll(variables, withArrayFlag: false) : new JsonArray();
        var known = children.ToLookup(child => (string?)child?["type"] != NotFound, child => (string?)child?["id"] ?? "");
        var (connections, parked) = ConnectionWriter.Write(json, known[true].ToHashSet(), known[false].ToHashSet());
        activity["customProperties"]![ConnectionWriter.Parked] = parked;
        activity["connections"] = connections;
        return activity;
    }

    private void WriteIdentity(JsonObject activity, JsonElement json, string path, string typeName, bool nameIsAlwaysThere)
    {
        var (id, nodeId) = Identity(path, json);
        activity["id"] = id;
        activity["nodeId"] = nodeId;
        if (json.Text("name") is var name && (name is not null || nameIsAlwaysThere))
            activity["name"] = name;
        activity["type"] = typeName;
        activity["version"] = json.Find("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1;
        activity["customProperties"] = CustomProperties(json, typeName == Flowchart);
        activity["metadata"] = json.Find("metadata") is { ValueKind: JsonValueKind.Object } metadata ? JsonSerializer.SerializeToNode(metadata) : new JsonObject();
    }

    /// <summary>The activity's bag with the flags that are always told.</summary>
    public static JsonObject CustomProperties(JsonElement json, bool isFlowchart)
    {
        var bag = json.Find("customProperties") is { ValueKind: JsonValueKind.Object } given ? JsonSerializer.SerializeToNode(given)!.AsObject() : [];
        if (isFlowchart && bag[ConnectionWriter.Parked] is null)
            bag[ConnectionWriter.Parked] = new JsonArray();
        foreach (var flag in new[] { "canStartWorkflow", "runAsynchronously" })
        {
            // Early versions wrote them in upper case, or beside the bag.
            var spelled = bag.FirstOrDefault(property => property.Key.Equals(flag, StringComparison.OrdinalIgnoreCase)).Key;
            var isSet = (spelled is not null && bag[spelled] is JsonValue value && value.TryGetValue<bool>(out var told) && told) || json.Flag(flag);
            if (spelled is not null && spelled != flag)
                bag.Remove(spelled);
            bag[flag] = isSet;
        }

        return bag;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
