using Elsa.Expressions.Models;
using Elsa.Workflows.Memory;

namespace Elsa.Workflows.Models;

/// <summary>An input of an activity: an expression that is evaluated for each execution.</summary>
public abstract class Input
{
    private protected Input(Expression? expression, Type type) => (Expression, Type) = (expression, type);

    public Expression? Expression { get; }

    public Type Type { get; }
}

/// <inheritdoc />
public class Input<T> : Input
{
    public Input(T literal)
        : base(new Expression("Literal", literal), typeof(T))
    {
    }

    public Input(Expression expression)
        : base(expression, typeof(T))
    {
    }

    public Input(Variable variable)
        : base(new Expression("Variable", variable), typeof(T))
    {
    }
}
