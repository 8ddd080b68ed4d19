namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The kinds of expressions that the engine evaluates. C# and Python are not among them: designers don't run code on the server.</summary>
internal static class ExpressionDescriptors
{
    private static readonly Dictionary<string, string> None = [];

    public static IReadOnlyList<ExpressionDescriptor> All() =>
    [
        Of("Literal", isBrowsable: false, None),
        Of("Object", isBrowsable: false, In("json")),
        Of("Json", isBrowsable: false, In("json")),
        Of("Variable", isBrowsable: true, None),
        Of("Input", isBrowsable: true, None),
        Of("JavaScript", isBrowsable: true, In("javascript")),
        Of("Liquid", isBrowsable: true, In("liquid")),
    ];

    private static ExpressionDescriptor Of(string type, bool isBrowsable, Dictionary<string, string> properties) =>
        new(type, DescriptorTexts.Of($"Expression.{type}"), IsSerializable: true, isBrowsable, properties);

    private static Dictionary<string, string> In(string language) => new() { ["MonacoLanguage"] = language };
}
