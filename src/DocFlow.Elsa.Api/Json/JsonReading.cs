using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Api.Json;

/// <summary>Reads loose JSON: names without regard to case, values as plain objects.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        }

        return null;
    }

    /// <summary>Whether the property is there, if only with null.</summary>
    public static bool Has(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static string? Text(this JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool Flag(this JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.True };

    public static JsonNode? Node(this JsonElement? element) => element is { } value ? JsonSerializer.SerializeToNode(value) : null;

    /// <summary>The value as scripts and variables hold it: text, number, flag, list or dictionary.</summary>
    public static object? Plain(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var integer) ? integer : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => element.EnumerateObject().GroupBy(property => property.Name).ToDictionary(group => group.Key, group => Plain(group.Last().Value)),
        _ => null,
    };

    /// <summary>An object's parts as plain values; none for anything else.</summary>
    public static IReadOnlyDictionary<string, object?> PlainMap(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } map ? (IReadOnlyDictionary<string, object?>)map.Plain()! : new Dictionary<string, object?>();
}
