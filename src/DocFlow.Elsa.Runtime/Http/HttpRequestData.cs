namespace DocFlow.Elsa.Runtime.Http;

/// <summary>A request that reached a workflow, read whole: a burst may run twice over it.</summary>
public sealed record HttpRequestData
{
    public required string Method { get; init; }

    /// <summary>The path below the workflows' base path, with a leading slash.</summary>
    public required string Path { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the path's parameters hold.</summary>
    public IReadOnlyDictionary<string, object> RouteValues { get; init; } = new Dictionary<string, object>();

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Form { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<HttpUploadedFile> Files { get; init; } = [];

    /// <summary>The body was larger than the endpoint or the system allows, and was not read.</summary>
    public bool IsTooLarge { get; init; }
}
