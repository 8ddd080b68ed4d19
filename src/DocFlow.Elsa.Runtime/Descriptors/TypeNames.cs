using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The aliases by which Elsa's JSON names types.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Known = new()
    {
        [typeof(bool)] = "Boolean",
        [typeof(short)] = "Int16",
        [typeof(int)] = "Int32",
        [typeof(long)] = "Int64",
        [typeof(float)] = "Single",
        [typeof(double)] = "Double",
        [typeof(decimal)] = "Decimal",
        [typeof(string)] = "String",
        [typeof(object)] = "Object",
        [typeof(Guid)] = "Guid",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(byte[])] = "ByteArray",
        [typeof(JsonElement)] = "JsonElement",
        [typeof(JsonNode)] = "JsonNode",
        [typeof(JsonObject)] = "JsonObject",
        [typeof(JsonArray)] = "JsonArray",
    };

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value);
        if (Known.TryGetValue(type, out var name))
            return name;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        var arguments = type.GetGenericArguments();
        return arguments.Length switch
        {
            1 when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => $"List<{Of(arguments[0])}>",
            2 when arguments[0] == typeof(string) => arguments[1] == typeof(string) ? "StringDictionary" : "ObjectDictionary",
            _ => type.Name,
        };
    }
}
