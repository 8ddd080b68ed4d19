using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>The types that variables may have, by alias. A name from JSON is only ever looked up here.</summary>
internal static class TypeAliases
{
    private static readonly Dictionary<string, Type> Known = new(StringComparer.Ordinal)
    {
        ["Object"] = typeof(object),
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Int16"] = typeof(short),
        ["Int32"] = typeof(int),
        ["Int64"] = typeof(long),
        ["Long"] = typeof(long),
        ["Single"] = typeof(float),
        ["Double"] = typeof(double),
        ["Decimal"] = typeof(decimal),
        ["Guid"] = typeof(Guid),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["TimeSpan"] = typeof(TimeSpan),
        ["JsonElement"] = typeof(JsonElement),
        ["JsonNode"] = typeof(JsonNode),
        ["JsonObject"] = typeof(JsonObject),
        ["JsonArray"] = typeof(JsonArray),
        ["JSON"] = typeof(Dictionary<string, object?>),
        ["ByteArray"] = typeof(byte[]),
        ["ObjectMap"] = typeof(Dictionary<string, object?>),
        ["StringMap"] = typeof(Dictionary<string, string>),
        ["ObjectDictionary"] = typeof(Dictionary<string, object?>),
        ["StringDictionary"] = typeof(Dictionary<string, string>),
    };

    private static readonly HashSet<string> Collections =
        ["List", "HashSet", "Collection", "IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet"];

    /// <summary>The type, or null for a name that isn't known.</summary>
    public static Type? Find(string alias, bool isArray = false)
    {
        if (alias.EndsWith("[]", StringComparison.Ordinal))
            return Find(alias[..^2], isArray: true);
        if (ElementOf(alias) is { } element)
            return Find(element) is { } item ? typeof(List<>).MakeGenericType(item) : null;
        return Known.GetValueOrDefault(alias) is { } type ? isArray ? type.MakeArrayType() : type : null;
    }

    // List<X> and the other collection names; all are lists here.
    private static string? ElementOf(string alias)
    {
        var open = alias.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && alias.EndsWith('>') && Collections.Contains(alias[..open]) ? alias[(open + 1)..^1] : null;
    }
}
