using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Evaluates expressions for a burst: Literal, Object, Variable, Input, JavaScript.</summary>
internal sealed class ExpressionEvaluator(WorkflowEngine engine, WorkflowDefinition definition)
{
    /// <summary>The types that definitions may use.</summary>
    public static IReadOnlyList<string> Types { get; } = ["Literal", "Object", "Json", "Variable", "Input", "JavaScript"];

    /// <exception cref="InvalidOperationException">An input can't be evaluated; names it.</exception>
    public void EvaluateInputs(ActivityExecutionContext context)
    {
        foreach (var property in context.Activity.GetType().GetProperties().Where(property => typeof(Input).IsAssignableFrom(property.PropertyType)))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { AutoEvaluate: false } || property.GetValue(context.Activity) is not Input { Expression: { } expression } input)
                continue;
            try
            {
                context.SetInput(input, Evaluate(expression, input.Type, context));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"输入“{property.Name}”无法求值：{exception.Message}", exception);
            }
        }
    }

    public object? Evaluate(Expression expression, Type type, ActivityExecutionContext context) => expression.Type switch
    {
        "Literal" => ValueConversion.ToTypeOrDefault(Plain(expression.Value), type),
        "Object" or "Json" => EvaluateObject(Plain(expression.Value), type),
        "Variable" => ValueConversion.ToTypeOrDefault(VariableOf(expression, context), type),
        "Input" => ValueConversion.ToTypeOrDefault(engine.Inputs.GetValueOrDefault(NameIn(expression, "name")), type),
        "JavaScript" => ValueConversion.ToTypeOrDefault(ScriptRunner.Run(Plain(expression.Value)?.ToString() ?? "", engine, definition, context), type),
        _ => throw new InvalidOperationException($"不支持表达式类型“{expression.Type}”。"),
    };

    // The text itself when the target is text or any object: Elsa doesn't parse it then.
    private static object? EvaluateObject(object? value, Type type) =>
        type == typeof(object) || type == typeof(string) ? value : ValueConversion.ToTypeOrDefault(value, type);

    private object? VariableOf(Expression expression, ActivityExecutionContext context)
    {
        var id = NameIn(expression, "id");
        var found = engine.Variables.Visible(context).FirstOrDefault(item => item.Variable.Id == id);
        return found.Variable is null ? throw new InvalidOperationException($"找不到变量“{id}”。") : found.Value;
    }

    private static object? Plain(object? value) => value is JsonElement element
        ? element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var integer) ? integer : element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            _ => element.GetRawText(),
        }
        : value;

    private static string NameIn(Expression expression, string property)
    {
        try
        {
            var element = expression.Value is JsonElement { ValueKind: JsonValueKind.Object } known ? known : JsonDocument.Parse(Plain(expression.Value)?.ToString() ?? "{}").RootElement;
            return element.TryGetProperty(property, out var name) ? name.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
