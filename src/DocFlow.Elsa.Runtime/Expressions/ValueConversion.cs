using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Conversions between expression values and the types that inputs and variables have.</summary>
internal static class ValueConversion
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The value as the type; the type's default when it can't be converted (as Elsa does for literals and variables).</summary>
    public static object? ToTypeOrDefault(object? value, Type type)
    {
        try
        {
            return ToType(value, type);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException or JsonException or ArgumentException or NotSupportedException)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }
    }

    public static object? FromNode(JsonNode? node, Type? type = null)
    {
        if (type is not null && type != typeof(object))
            return node.Deserialize(type, Json);
        return node switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            JsonValue value when value.TryGetValue<bool>(out var boolean) => boolean,
            JsonValue value when value.TryGetValue<long>(out var integer) => integer,
            JsonValue value when value.TryGetValue<double>(out var number) => number,
            JsonArray array => array.Select(item => FromNode(item)).ToList(),
            JsonObject map => map.ToDictionary(item => item.Key, item => FromNode(item.Value)),
            _ => node.ToString(),
        };
    }

    /// <summary>A kept value as its variable's type; what doesn't fit stays what it was.</summary>
    public static object? Restore(JsonNode node, Type type)
    {
        try
        {
            // A text in a numeric variable stays a text: output bindings aren't converted.
            return node.GetValueKind() == JsonValueKind.String && type.IsPrimitive ? FromNode(node) : FromNode(node, type);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NotSupportedException or InvalidOperationException)
        {
            return FromNode(node);
        }
    }

    /// <summary>An object or a list as the indented text that a text variable gets of it; anything else as it is.</summary>
    public static object? TextOfObject(object? value) =>
        value is System.Collections.IEnumerable and not string and not byte[] ? JsonSerializer.SerializeToNode(value, value.GetType())!.ToString() : value;

    private static object? ToType(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
            return type.IsValueType && target == type ? Activator.CreateInstance(type) : null;
        if (target.IsInstanceOfType(value))
            return value;
        if (target == typeof(bool))
            return ToBoolean(value);
        if (target == typeof(string))
            return value is System.Collections.IEnumerable and not string ? PlainJson.Write(value) : Convert.ToString(value, CultureInfo.InvariantCulture);
        if (target.IsEnum)
            return value is string name ? Enum.Parse(target, name, ignoreCase: true) : Enum.ToObject(target, Convert.ToInt32(value, CultureInfo.InvariantCulture));
        if (target == typeof(Guid))
            return Guid.Parse(value.ToString()!);
        if (target == typeof(TimeSpan))
            return TimeSpan.Parse(value.ToString()!, CultureInfo.InvariantCulture);
        if (target == typeof(DateTimeOffset))
            return value is DateTime moment ? new DateTimeOffset(moment) : DateTimeOffset.Parse(value.ToString()!, CultureInfo.InvariantCulture);
        if (target == typeof(DateTime))
            return value is DateTimeOffset instant ? instant.UtcDateTime : DateTime.Parse(value.ToString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (value is string json && !target.IsPrimitive && target != typeof(decimal))
            return FromText(json, target);
        return target.IsPrimitive || target == typeof(decimal)
            ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : JsonSerializer.SerializeToNode(value, value.GetType()).Deserialize(target, Json);
    }

    private static object? FromText(string text, Type target)
    {
        // A text that is no list is the only item of a list of texts.
        if (typeof(IEnumerable<string>).IsAssignableFrom(target) && !string.IsNullOrWhiteSpace(text) && text.TrimStart()[0] is not ('[' or '{'))
            return target.IsArray ? new[] { text } : new List<string> { text };

        // Maps of anything hold plain values, which templates can read.
        return target == typeof(Dictionary<string, object?>) && JsonNode.Parse(text) is JsonObject map ? FromNode(map) : JsonSerializer.Deserialize(text, target, Json);
    }

    // True, non-zero numbers and the text "true"; anything else is false.
    private static bool ToBoolean(object value) => value switch
    {
        string text => text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase),
        IConvertible number and (int or long or double or float or decimal or short) => number.ToDouble(CultureInfo.InvariantCulture) != 0,
        _ => false,
    };
}
