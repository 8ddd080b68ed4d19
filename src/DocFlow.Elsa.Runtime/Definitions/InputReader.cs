using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Expressions.Models;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads inputs, outputs and expressions. Elsa treats an input that it can't read as unset; here that is also a warning.</summary>
internal sealed class InputReader(List<string> warnings)
{
    /// <summary>An input of the type, or null when it is unset. Without typeName it counts as unset; a bare value is a literal.</summary>
    public object? Read(Type type, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Activator.CreateInstance(type, new Expression("Literal", value.Clone()));
        if (value.Find("typeName") is null || value.Find("expression") is not { ValueKind: JsonValueKind.Object } json || ReadExpression(json) is not { } expression)
            return null;
        if (ExpressionEvaluator.Types.Contains(expression.Type))
            return Activator.CreateInstance(type, expression);
        if (ExpressionEvaluator.Refused.Contains(expression.Type))
        {
            warnings.Add($"{path}.expression.type：不执行表达式类型“{expression.Type}”，运行到此处会出错。{ReasonFor(expression.Type)}");
            return Activator.CreateInstance(type, expression);
        }

        warnings.Add($"{path}.expression.type：不支持表达式类型“{expression.Type}”，此输入视为未设置。");
        return null;
    }

    public Expression ReadCondition(JsonElement item, string path)
    {
        var expression = item.Find("condition") is { ValueKind: JsonValueKind.Object } condition ? ReadExpression(condition) : null;
        if (expression is null || ExpressionEvaluator.Types.Contains(expression.Type))
            return expression ?? new Expression("Literal", false);
        if (ExpressionEvaluator.Refused.Contains(expression.Type))
        {
            warnings.Add($"{path}.condition.type：不执行表达式类型“{expression.Type}”，运行到此处会出错。{ReasonFor(expression.Type)}");
            return expression;
        }

        warnings.Add($"{path}.condition.type：不支持表达式类型“{expression.Type}”，此条件视为不成立。");
        return new Expression("Literal", false);
    }

    public static object? ReadOutput(Type type, JsonElement value) =>
        value.Find("typeName") is not null && value.Find("memoryReference")?.Text("id") is { } id
            ? Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [id], null)
            : null;

    private static string ReasonFor(string type) => type is "CSharp" or "Python" ? "服务器不运行流程中的 C# 或 Python 代码，请改用 JavaScript 或 Liquid。" : "";

    public static Expression? ReadExpression(JsonElement json) =>
        json.Find("type") is { } type ? new Expression(type.ValueKind == JsonValueKind.String ? type.GetString()! : "Literal", json.Find("value") is { } value ? value.Clone() : null) : null;
}
