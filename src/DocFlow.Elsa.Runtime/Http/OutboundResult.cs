namespace DocFlow.Elsa.Runtime.Http;

/// <summary>What came of a request.</summary>
public abstract record OutboundResult
{
    private OutboundResult()
    {
    }

    /// <summary>The other system answered.</summary>
    public sealed record Answered(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string[]> Headers) : OutboundResult;

    /// <summary>There was no connection, or it broke.</summary>
    public sealed record NotConnected(string Reason) : OutboundResult;

    /// <summary>No answer in time.</summary>
    public sealed record TimedOut : OutboundResult;
}
