using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Brings requests from outside to the workflows that start by them or wait for them.</summary>
public interface IWorkflowRequests
{
    /// <summary>What a request is for: the definition that starts by it, or else the instances that wait for it. Only published definitions are found.</summary>
    /// <param name="path">Below the workflows' base path.</param>
    /// <param name="instanceId">The instance that is meant; then nothing is started.</param>
    /// <returns>Null when nothing is at that path by that method.</returns>
    Task<RequestTarget?> FindAsync(string method, string path, string? instanceId, string? correlationId, CancellationToken cancellationToken);

    /// <summary>Runs a burst over the request.</summary>
    /// <returns>The answer, after the burst was saved.</returns>
    Task<RequestAnswer> DeliverAsync(RequestTarget target, HttpRequestData request, string? correlationId, CancellationToken cancellationToken);
}
