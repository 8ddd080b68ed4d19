namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The types that designers may give to variables.</summary>
internal static class VariableDescriptors
{
    private static readonly (string Category, string[] Types)[] Groups =
    [
        ("Primitives", ["Object", "String", "Boolean", "Int32", "Long", "Single", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset", "TimeSpan"]),
        ("Lookups", ["StringDictionary", "ObjectDictionary"]),
        ("Dynamic", ["JSON", "JsonElement", "JsonNode", "JsonObject"]),
        ("Data", ["ByteArray"]),
    ];

    public static IReadOnlyList<VariableDescriptor> All() =>
        [.. Groups.SelectMany(group => group.Types.Select(type => new VariableDescriptor(
            type,
            DescriptorTexts.Of($"Variable.{type}"),
            DescriptorTexts.Of($"VariableCategory.{group.Category}"),
            DescriptorTexts.Of($"Variable.{type}.Description"))))];
}
