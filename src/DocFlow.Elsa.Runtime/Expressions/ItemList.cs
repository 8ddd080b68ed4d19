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
