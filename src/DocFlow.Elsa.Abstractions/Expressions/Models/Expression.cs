namespace Elsa.Expressions.Models;

/// <summary>An expression as it stands in JSON: its type (Literal, JavaScript …) and its value.</summary>
public sealed class Expression(string type, object? value)
{
    public string Type { get; } = type;

    public object? Value { get; } = value;
}
