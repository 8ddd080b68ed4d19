using System.Text.Json;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads properties by name without regard to case, as Elsa does.</summary>
internal static class JsonElementExtensions
{
    public static JsonElement? Find(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }

    public static string? Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
