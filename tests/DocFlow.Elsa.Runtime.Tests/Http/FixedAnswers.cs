using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>Other systems that answer one after another, the last one again and again.</summary>
internal sealed class FixedAnswers(params OutboundResult[] results) : IOutboundHttp
{
    public List<OutboundRequest> Requests { get; } = [];

    public Task<OutboundResult> SendAsync(OutboundRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(results[Math.Min(Requests.Count, results.Length) - 1]);
    }
}
