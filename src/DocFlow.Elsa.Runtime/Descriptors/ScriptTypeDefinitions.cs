using System.Globalization;
using System.Reflection;
using System.Text;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>What the script editor completes: the functions that scripts may call, in TypeScript.</summary>
public static class ScriptTypeDefinitions
{
    private static readonly string[] Always =
    [
        "getWorkflowDefinitionId(): string",
        "getWorkflowDefinitionVersionId(): string",
        "getWorkflowDefinitionVersion(): number",
        "getWorkflowInstanceId(): string",
        "getCorrelationId(): string",
        "setCorrelationId(value: string): void",
        "getWorkflowInstanceName(): string",
        "setWorkflowInstanceName(value: string): void",
        "setVariable(name: string, value: any): void",
        "getVariable(name: string): any",
        "getInput(name: string): any",
        "getOutputFrom(activityIdOrName: string, outputName?: string): any",
        "getLastResult(): any",
        "setOutcome(name: string): void",
        "setOutcomes(names: string[]): void",
        "isNullOrWhiteSpace(value: string): boolean",
        "isNullOrEmpty(value: string): boolean",
        "parseGuid(value: string): string",
        "getShortGuid(): string",
        "getGuid(): string",
        "getGuidString(): string",
        "toJson(value: any): string",
        "bytesToString(value: number[]): string",
        "bytesFromString(value: string): number[]",
        "bytesToBase64(value: number[]): string",
        "bytesFromBase64(value: string): number[]",
        "stringFromBase64(value: string): string",
        "stringToBase64(value: string): string",
    ];

    /// <summary>The declarations for a definition's scripts: what all have, its variables, inputs, and outputs of its named activities.</summary>
    public static string For(WorkflowDefinition definition)
    {
        var text = new StringBuilder();
        foreach (var function in Always)
            text.Append("declare function ").Append(function).Append(";\n");
        var variables = definition.Nodes.Values.OfType<ContainerActivity>().SelectMany(container => container.Variables).DistinctBy(variable => variable.Name).Where(variable => IsIdentifier(variable.Name)).ToList();
        foreach (var variable in variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"declare function get{AccessorName.Of(variable.Name)}(): {ScriptType(variable.Type)};\n");
            text.Append(CultureInfo.InvariantCulture, $"declare function set{AccessorName.Of(variable.Name)}(value: {ScriptType(variable.Type)}): void;\n");
        }

        // An input of a variable's name stands behind it.
        foreach (var input in definition.Inputs.Keys.Where(input => IsIdentifier(input) && variables.TrueForAll(variable => AccessorName.Of(variable.Name) != AccessorName.Of(input))))
            text.Append(CultureInfo.InvariantCulture, $"declare function get{AccessorName.Of(input)}(): any;\n");
        AddOutputs(text, definition);
        text.Append("declare class WorkflowVariables {\n");
        foreach (var variable in variables)
            text.Append(CultureInfo.InvariantCulture, $"{variable.Name}: {ScriptType(variable.Type)};\n");
        return text.Append("}\ndeclare var variables: WorkflowVariables;\n").ToString();
    }

    private static void AddOutputs(StringBuilder text, WorkflowDefinition definition)
    {
        var byName = definition.ToolVersion is { Major: >= 3 };
        var known = new HashSet<string>();
        foreach (var activity in definition.Nodes.Values)
        {
            var name = byName ? activity.Name : activity.Id;
            if (name is null || !IsIdentifier(name))
                continue;
            foreach (var output in activity.GetType().GetProperties().Where(property => typeof(Output).IsAssignableFrom(property.PropertyType)))
            {
                var function = $"get{output.Name}From{AccessorName.Of(name)}";
                if (known.Add(function))
                    text.Append(CultureInfo.InvariantCulture, $"declare function {function}(): {ScriptType(ValueType(output))};\n");
            }
        }
    }

    private static Type ValueType(PropertyInfo output) => output.PropertyType.IsGenericType ? output.PropertyType.GetGenericArguments()[0] : typeof(object);

    private static string ScriptType(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(bool))
            return "boolean";
        if (value == typeof(string) || value == typeof(Guid) || value == typeof(TimeSpan))
            return "string";
        if (value == typeof(decimal) || (value.IsPrimitive && value != typeof(char)))
            return "number";
        if (value == typeof(byte[]))
            return "number[]";
        return value.IsArray ? $"{ScriptType(value.GetElementType()!)}[]" : "any";
    }

    private static bool IsIdentifier(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$') && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '$');
}
