using System.Text.Json;
using DocFlow.Elsa.Runtime.Expressions;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads variables. One of an unknown type is left out, as Elsa does, with a warning.</summary>
internal static class VariableReader
{
    public static List<VariableDefinition> Read(JsonElement? array, string path, List<string> warnings)
    {
        var variables = new List<VariableDefinition>();
        if (array is not { ValueKind: JsonValueKind.Array } items)
            return variables;
        foreach (var (item, index) in items.EnumerateArray().Select((item, index) => (item, index)))
        {
            var name = item.Text("name") ?? "";
            if (TypeAliases.Find(item.Text("typeName") ?? "Object", item.Find("isArray") is { ValueKind: JsonValueKind.True }) is not { } type)
            {
                warnings.Add($"{path}[{index}].typeName：变量“{name}”的类型“{item.Text("typeName")}”不认识，已略去。");
                continue;
            }

            var value = item.Find("value") is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.ToString() : null;
            variables.Add(new VariableDefinition(
                item.Text("id") is { Length: > 0 } id ? id : name,
                name,
                type,
                string.IsNullOrWhiteSpace(value) ? null : ValueConversion.ToTypeOrDefault(value, type),
                Persists(item.Text("storageDriverTypeName"))));
        }

        return variables;
    }

    // Elsa's memory driver forgets at a suspension, too. Names are only matched, never loaded.
    public static bool Persists(string? driver) => driver is not null && ClassOf(driver).Contains("Workflow", StringComparison.Ordinal);

    private static string ClassOf(string typeName)
    {
        var name = typeName.Split(',')[0].Trim();
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
