namespace DocFlow.Elsa.Runtime.Http;

/// <summary>A request to another system.</summary>
public sealed record OutboundRequest(Uri Url, string Method)
{
    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The Authorization header; written nowhere else.</summary>
    public string? Authorization { get; init; }

    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();
}
