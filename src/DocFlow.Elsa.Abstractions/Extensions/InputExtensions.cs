using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Elsa.Extensions;

/// <summary>Reads inputs.</summary>
public static class InputExtensions
{
    /// <exception cref="InvalidOperationException">The input has no value.</exception>
    public static T Get<T>(this Input<T>? input, ActivityExecutionContext context) =>
        context.Get(input) ?? throw new InvalidOperationException("The input has no value.");

    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context) => context.Get(input);

    /// <summary>The input's value, or what the factory gives when it has none.</summary>
    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context, Func<T> defaultValue) =>
        input is null ? defaultValue() : context.Get(input) ?? defaultValue();
}
