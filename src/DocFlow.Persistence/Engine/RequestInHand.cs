using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Persistence.Engine;

/// <summary>The request that the burst of this scope serves, if it serves one.</summary>
internal sealed class RequestInHand
{
    public IHttpExchange? Exchange { get; private set; }

    public IHttpExchange Take(HttpRequestData request) => Exchange = new Served { Request = request };

    private sealed class Served : IHttpExchange
    {
        public required HttpRequestData Request { get; init; }

        public HttpReply? Reply { get; set; }
    }
}
