using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Persistence.Engine;

/// <summary>What stands around the activities of a definition's text.</summary>
/// <param name="Id">The version's id that the text names.</param>
internal sealed record DefinitionEnvelope(
    string? Id, string? DefinitionId, string? Name, string? Description, bool IsReadonly, bool IsSystem, bool UsableAsActivity, bool UpdatesConsumers, string? ToolVersion)
{
    private const int LongestName = 200;

    /// <exception cref="DefinitionRefusedException">Something is too long to be stored.</exception>
    public static DefinitionEnvelope Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var options = root.Find("options");
        return new DefinitionEnvelope(
            Short(root, "id"), Short(root, "definitionId"), Short(root, "name"), root.Text("description")?.Trim(), IsTrue(root, "isReadonly"), IsTrue(root, "isSystem"),
            options is { } given && given.Find("usableAsActivity") is { ValueKind: JsonValueKind.True or JsonValueKind.False } usable ? usable.ValueKind == JsonValueKind.True : IsTrue(root, "usableAsActivity"),
            options is { } some && IsTrue(some, "autoUpdateConsumingWorkflows"),
            root.Text("toolVersion") is { Length: <= 64 } version ? version : null);
    }

    /// <summary>The text with an id for its definition, when it has none.</summary>
    public static string WithDefinitionId(string json, Func<string> newId)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !string.IsNullOrWhiteSpace(document.RootElement.Text("definitionId")))
                return json;
            var isEmpty = !document.RootElement.EnumerateObject().Any();
            return $"{{\"definitionId\":\"{newId()}\"{(isEmpty ? "" : ",")}{json[(json.IndexOf('{', StringComparison.Ordinal) + 1)..]}";
        }
        catch (JsonException)
        {
            // The reader says what is wrong with it.
            return json;
        }
    }

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static bool IsTrue(JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.True };

    private static string? Short(JsonElement root, string name)
    {
        var text = root.Text(name)?.Trim();
        if (text?.Length > LongestName)
            throw new DefinitionRefusedException($"$.{name}", $"不能超过{LongestName}个字。");
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
