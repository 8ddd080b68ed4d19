using System.Reflection;
using Elsa.Workflows;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Shows designers the address that a path will have.</summary>
internal sealed class HttpPathEditor(IServiceProvider services) : IPropertyUIHandler
{
    public float Priority => 0;

    public ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IDictionary<string, object>>(new Dictionary<string, object>
        {
            [InputUIHints.SingleLine] = new { AdornmentText = (services.GetService(typeof(HttpEndpointAddress)) as HttpEndpointAddress ?? HttpEndpointAddress.Relative).Base, EnableCopyAdornment = true },
            ["Refresh"] = true,
        });
}
