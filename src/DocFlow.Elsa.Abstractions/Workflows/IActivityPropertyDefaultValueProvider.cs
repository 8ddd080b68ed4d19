using System.Reflection;

namespace Elsa.Workflows;

/// <summary>Computes the default of an input.</summary>
public interface IActivityPropertyDefaultValueProvider
{
    object GetDefaultValue(PropertyInfo property);
}
