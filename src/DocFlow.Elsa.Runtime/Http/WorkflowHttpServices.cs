using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Registers what the HTTP activities need to send. A server that receives adds <see cref="IHttpExchange"/> to the scope of a burst.</summary>
public static class WorkflowHttpServices
{
    /// <param name="configure">Which systems may be called; none when it says nothing.</param>
    public static IServiceCollection AddWorkflowHttp(this IServiceCollection services, Action<HttpTargets>? configure = null)
    {
        var options = services.AddOptions<HttpTargets>();
        if (configure is not null)
            options.Configure(configure);
        // The system's clock limits the wait, not the office's, which may be moved.
        services.TryAddSingleton<IOutboundHttp>(provider => new OutboundHttp(provider.GetRequiredService<IOptions<HttpTargets>>(), TimeProvider.System));
        return services;
    }
}
