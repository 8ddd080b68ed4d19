using System.Text.Json;
using DocFlow.Elsa.Api.Refusals;

namespace DocFlow.Elsa.Api.Json;

/// <summary>Reads whom an action on many is for: no more at once than one request can carry out in good time.</summary>
internal static class BulkIds
{
    public const int Most = 500;

    /// <summary>The ids of a list, each once; none when it isn't there.</summary>
    /// <exception cref="ElsaRefusedException">There are too many, or the list isn't one of texts.</exception>
    public static IReadOnlyList<string> Read(JsonElement body, string name)
    {
        switch (body.Find(name))
        {
            case { ValueKind: JsonValueKind.Array } items when items.GetArrayLength() > Most:
                throw new ElsaRefusedException($"一次最多处理{Most}项，这次有{items.GetArrayLength()}项，请分几次操作。");
            case { ValueKind: JsonValueKind.Array } items when items.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                return [.. items.EnumerateArray().Select(item => item.GetString()!).Distinct()];
            case { ValueKind: JsonValueKind.String } item when item.GetString() is { Length: > 0 } text:
                return [text];
            case { ValueKind: JsonValueKind.String } or null:
                return [];
            default:
                throw new ElsaRefusedException($"{name} 应是标识的列表。") { Group = "serializerErrors" };
        }
    }
}
