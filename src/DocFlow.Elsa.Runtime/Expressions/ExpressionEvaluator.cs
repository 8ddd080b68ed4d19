using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Evaluates expressions for a burst: Literal, Object, Variable, Input, JavaScript, Liquid.</summary>
internal sealed class ExpressionEvaluator(WorkflowEngine engine, WorkflowDefinition definition, EngineLimits limits)
{
    private static readonly ConcurrentDictionary<Type, InputProperty[]> InputProperties = [];

    /// <summary>The types that definitions may use.</summary>
    public static IReadOnlyList<string> Types { get; } = ["Literal", "Object", "Json", "Variable", "Input", "JavaScript", "Liquid"];

    /// <summary>Types of Elsa that run code in the host's own process, or read what only another module keeps: they fault where they are evaluated.</summary>
    public static IReadOnlyList<string> Refused { get; } = ["CSharp", "Python", "Secret"];

    /// <exception cref="InputEvaluationException">An input can't be evaluated; names it.</exception>
    public void EvaluateInputs(ActivityExecutionContext context)
    {
        context.HasEvaluatedInputs = true;
        if (context.Activity is IComposite composite)
            EvaluateInputs(composite, context);
        foreach (var (property, isKept) in InputProperties.GetOrAdd(context.Activity.GetType(), FindInputs))
        {
            if (property.GetValue(context.Activity) is not Input { Expression: { } expression } input)
                continue;
            var value = EvaluateInput(property.Name, expression, input.Type, context);
            context.SetInput(input, value);
            if (isKept)
                context.ActivityState[property.Name] = value is Enum chosen ? chosen.ToString() : value!;
        }
    }

    /// <summary>An owner that hears of a child after a suspension sees its own inputs as they are now.</summary>
    public void EvaluateInputsAgain(ActivityExecutionContext owner)
    {
        if (!owner.HasEvaluatedInputs && owner.Activity is not IComposite)
            EvaluateInputs(owner);
    }

    // What it has been given, and nothing of its own: its variables open when the inputs are known.
    private void EvaluateInputs(IComposite composite, ActivityExecutionContext context)
    {
        foreach (var (name, input) in composite.Inputs)
        {
            if (input?.Expression is { } expression)
                context.ActivityState[name] = EvaluateInput(name, expression, input.Type, context)!;
        }
    }

    /// <exception cref="InputEvaluationException">It can't be evaluated; names it.</exception>
    public object? EvaluateInput(string name, Expression expression, Type type, ActivityExecutionContext context)
    {
        try
        {
            return Evaluate(expression, type, context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !EngineFaults.ConcernsTheBurst(exception))
        {
            throw new InputEvaluationException(name, exception);
        }
    }

    public object? Evaluate(Expression expression, Type type, ActivityExecutionContext context) => expression.Type switch
    {
        "Literal" => ValueConversion.ToTypeOrDefault(Plain(expression.Value), type),
        "Object" or "Json" => EvaluateObject(Plain(expression.Value), type),
        "Variable" => ValueConversion.ToTypeOrDefault(VariableOf(expression, context), type),
        "Input" => ValueConversion.ToTypeOrDefault(CompositeInputs.Find(engine, context, NameIn(expression, "name")), type),
        "JavaScript" => ValueConversion.ToTypeOrDefault(new ScriptRunner(engine, definition, context, limits).Run(Plain(expression.Value)?.ToString() ?? ""), type),
        "Liquid" => ValueConversion.ToTypeOrDefault(TemplateRunner.Run(Plain(expression.Value)?.ToString() ?? "", engine, definition, context, limits), type),
        _ => throw new NotSupportedException($"Expression type '{expression.Type}' is not executed here（本系统不执行表达式类型“{expression.Type}”，请改用 JavaScript 或 Liquid）。"),
    };

    private static InputProperty[] FindInputs(Type type) =>
    [
        .. from property in type.GetProperties()
           where typeof(Input).IsAssignableFrom(property.PropertyType)
           let attribute = property.GetCustomAttribute<InputAttribute>()
           where attribute is not { AutoEvaluate: false }
           select new InputProperty(property, attribute is not ({ CanContainSecrets: true } or { IsSerializable: false })),
    ];

    // The text itself when the target is text or any object: Elsa doesn't parse it then.
    private static object? EvaluateObject(object? value, Type type) =>
        type == typeof(object) || type == typeof(string) ? value : ValueConversion.ToTypeOrDefault(value, type);

    private static object? VariableOf(Expression expression, ActivityExecutionContext context)
    {
        var id = expression.Value is Variable variable ? variable.Id : NameIn(expression, "id");
        return VariableScope.Visible(context).FirstOrDefault(item => item.Id == id) is { } found ? found.Value : throw VariableScope.NotFound(id);
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
            return element.Text(property) ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <param name="IsKept">What may be a secret is neither journaled nor kept with the execution.</param>
    private sealed record InputProperty(PropertyInfo Property, bool IsKept);
}
