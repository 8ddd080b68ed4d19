using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>What a request names: a path template and a method, both in lower case; the rest tells the middleware what to ask for.</summary>
public sealed record HttpEndpointStimulus(string Path, string Method)
{
    [ExcludeFromHash]
    public bool Authorize { get; init; }

    [ExcludeFromHash]
    public string? Policy { get; init; }

    [ExcludeFromHash]
    public TimeSpan? RequestTimeout { get; init; }

    [ExcludeFromHash]
    public long? RequestSizeLimit { get; init; }
}
