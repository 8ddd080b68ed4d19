using System.Text;
using System.Text.Json;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Expressions;

namespace DocFlow.Elsa.Api.Descriptors;

/// <summary>TypeScript declarations of what scripts of a definition can call, for the editor's completion.</summary>
internal static class ScriptTypes
{
    private static readonly string[] Functions =
    [
        "getWorkflowDefinitionId(): string", "getWorkflowDefinitionVersionId(): string", "getWorkflowDefinitionVersion(): number", "getWorkflowInstanceId(): string",
        "getCorrelationId(): string", "setCorrelationId(value: string): void", "getWorkflowInstanceName(): string", "setWorkflowInstanceName(value: string): void",
        "setVariable(name: string, value: any): void", "getVariable(name: string): any", "getInput(name: string): any",
        "getOutputFrom(activityId: string, outputName?: string): any", "getLastResult(): any",
        "isNullOrWhiteSpace(value: string): boolean", "isNullOrEmpty(value: string): boolean", "newGuid(): string", "newGuidString(): string", "newShortGuid(): string",
        "toJson(value: any): string", "setOutcome(name: string): void", "setOutcomes(names: string[]): void",
    ];

    private static readonly HashSet<string> Numbers = ["Int16", "Int32", "Int64", "Long", "Single", "Double", "Decimal"];

    /// <param name="model">A definition as clients read it.</param>
    public static string Of(JsonElement model)
    {
        var text = new StringBuilder();
        foreach (var function in Functions)
            text.Append("declare function ").Append(function).Append(";\n");
        var variables = Named(model.Find("variables"), "typeName");
        foreach (var (name, type) in variables)
        {
            text.Append("declare function get").Append(AccessorName.Of(name)).Append("(): ").Append(type).Append(";\n");
            text.Append("declare function set").Append(AccessorName.Of(name)).Append("(value: ").Append(type).Append("): void;\n");
        }

        foreach (var (name, type) in Named(model.Find("inputs"), "type").Where(input => !variables.Exists(variable => AccessorName.Of(variable.Name) == AccessorName.Of(input.Name))))
            text.Append("declare function get").Append(AccessorName.Of(name)).Append("(): ").Append(type).Append(";\n");
        text.Append("declare const variables: {\n");
        foreach (var (name, type) in variables)
            text.Append("  ").Append(name).Append(": ").Append(type).Append(";\n");
        return text.Append("};\n").ToString();
    }

    // Only what can stand in a script as a name.
    private static List<(string Name, string Type)> Named(JsonElement? items, string typeProperty) => items is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(item => (Name: item.Text("name") ?? "", Type: TypeOf(item.Text(typeProperty) ?? "Object", item.Flag("isArray")))).Where(item => IsName(item.Name)).DistinctBy(item => item.Name)]
        : [];

    private static bool IsName(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(character => char.IsLetterOrDigit(character) || character == '_');

    private static string TypeOf(string alias, bool isArray)
    {
        var element = alias.EndsWith("[]", StringComparison.Ordinal) ? alias[..^2] : alias;
        var type = Numbers.Contains(element) ? "number" : element switch { "String" or "Guid" => "string", "Boolean" => "boolean", "DateTime" or "DateTimeOffset" => "Date", _ => "any" };
        return isArray || element != alias ? $"{type}[]" : type;
    }
}
