using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Writes variables, inputs and outputs as definitions declare them.</summary>
internal static class VariableWriter
{
    public static JsonArray WriteAll(JsonElement? variables, bool withArrayFlag) =>
        new([.. ItemsOf(variables).Select(variable => Write(variable, withArrayFlag))]);

    /// <param name="withArrayFlag">Whether isArray is told in any case, as at the top of a definition.</param>
    public static JsonObject Write(JsonElement variable, bool withArrayFlag)
    {
        var written = new JsonObject { ["id"] = variable.Text("id") is { Length: > 0 } id ? id : variable.Text("name") ?? "", ["name"] = variable.Text("name") ?? "" };
        var isArray = variable.Flag("isArray");
        var typeName = variable.Text("typeName") ?? "Object";
        written["typeName"] = isArray && !withArrayFlag ? $"{typeName}[]" : typeName;
        if (withArrayFlag)
            written["isArray"] = isArray;
        // Values are texts, whatever was sent.
        if (variable.Find("value") is { } value && value.ToString() is { } text && !string.IsNullOrWhiteSpace(text))
            written["value"] = text;
        if (ClassOf(variable.Text("storageDriverTypeName")) is { } driver)
            written["storageDriverTypeName"] = driver;
        return written;
    }

    public static JsonArray Inputs(JsonElement? inputs) => new([.. ItemsOf(inputs).Select(input => Argument(input, isInput: true))]);

    public static JsonArray Outputs(JsonElement? outputs) => new([.. ItemsOf(outputs).Select(output => Argument(output, isInput: false))]);

    private static JsonObject Argument(JsonElement argument, bool isInput)
    {
        var written = new JsonObject();
        if (isInput && argument.Text("uiHint") is { } hint)
            written["uiHint"] = hint;
        if (isInput && ClassOf(argument.Text("storageDriverType")) is { } driver)
            written["storageDriverType"] = driver;
        written["type"] = argument.Text("type") ?? "Object";
        foreach (var flag in new[] { "isArray", "isCollection" }.Where(flag => argument.Flag(flag)))
            written[flag] = true;
        written["name"] = argument.Text("name") ?? "";
        written["displayName"] = argument.Text("displayName") ?? argument.Text("name") ?? "";
        written["description"] = argument.Text("description") ?? "";
        written["category"] = argument.Text("category") ?? "";
        return written;
    }

    // “Elsa.Workflows.X, Elsa.Workflows.Core” is told as “X”.
    private static string? ClassOf(string? typeName)
    {
        if (string.IsNullOrWhiteSpace(typeName))
            return null;
        var name = typeName.Split(',')[0].Trim();
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];
}
