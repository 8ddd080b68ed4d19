using System.Reflection;

namespace Elsa.Workflows;

/// <summary>Gives the designer's editor of an input what it shows, at the time it is shown.</summary>
public interface IPropertyUIHandler
{
    /// <summary>The order among several: what later ones give wins.</summary>
    float Priority { get; }

    /// <param name="context">What the designer sent along, or null.</param>
    ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default);
}
