using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What a request is for.</summary>
/// <param name="Rules">What the endpoint asks of its callers.</param>
/// <param name="Values">What the path's parameters hold.</param>
public sealed record RequestTarget(HttpEndpointStimulus Rules, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>The definition that is started; null when an instance waits.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The activity that it starts by.</summary>
    public string? NodeId { get; init; }

    /// <summary>The instance that waits.</summary>
    public string? InstanceId { get; init; }

    public string? BookmarkId { get; init; }

    /// <summary>Several wait for the same request, and it says not which.</summary>
    public bool IsAmbiguous { get; init; }
}
