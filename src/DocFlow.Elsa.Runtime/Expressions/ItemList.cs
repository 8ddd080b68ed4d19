using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>What a loop runs over: lists as they are, a text that is a JSON list, anything else as its only item.</summary>
internal static class ItemList
{
    public static IReadOnlyList<object?> Of(object? value) => value switch
    {
        null => [],
        string text => FromText(text),
        JsonElement { ValueKind: JsonValueKind.Array } or JsonArray => (IReadOnlyList<object?>)ValueConversion.FromNode(JsonSerializer.SerializeToNode(value))!,
        IDictionary => [value],
        IEnumerable items => [.. items.Cast<object?>()],
        _ => [value],
    };

    /// <summary>What a loop over a collection walks: lists as they are, the characters of a text that is no JSON list. Anything else faults.</summary>
    /// <exception cref="InvalidOperationException">It is nothing that can be walked.</exception>
    public static IReadOnlyList<object?> OfCollection(object? value) => value switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text.TrimStart()[0] switch
        {
            '[' => ValueConversion.FromNode(JsonNode.Parse(text)) as List<object?> ?? throw NotWalkable,
            '{' => throw NotWalkable,
            _ => [.. text.Select(character => character.ToString())],
        },
        null or string or IDictionary or JsonObject or JsonElement { ValueKind: not JsonValueKind.Array } => throw NotWalkable,
        JsonElement or JsonArray => Of(value),
        IEnumerable items => [.. items.Cast<object?>()],
        _ => throw NotWalkable,
    };

    private static InvalidOperationException NotWalkable => new("要循环的不是列表，或者没有值。");

    private static IReadOnlyList<object?> FromText(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('[') && ValueConversion.FromNode(JsonNode.Parse(text)) is List<object?> items ? items : [text];
        }
        catch (JsonException)
        {
            return [text];
        }
    }
}
