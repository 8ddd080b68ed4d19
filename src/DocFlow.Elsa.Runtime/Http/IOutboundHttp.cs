namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Sends requests of workflows to other systems.</summary>
public interface IOutboundHttp
{
    /// <exception cref="OutboundRefusedException">The target isn't one that workflows may call, or the request can't be sent as it is.</exception>
    Task<OutboundResult> SendAsync(OutboundRequest request, CancellationToken cancellationToken);
}
