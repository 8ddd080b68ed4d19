namespace DocFlow.Elsa.Runtime.Http;

/// <summary>What a workflow answers.</summary>
public sealed record HttpReply(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();
}
