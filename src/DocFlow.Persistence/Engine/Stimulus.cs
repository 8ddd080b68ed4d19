namespace DocFlow.Persistence.Engine;

/// <summary>Something that came from outside for whoever waits for it.</summary>
/// <param name="Id">The same for the same thing: it is kept once.</param>
/// <param name="Hash">As a bookmark's.</param>
internal sealed record Stimulus(string Id, string Hash, IReadOnlyDictionary<string, object?> Input)
{
    public string? CorrelationId { get; init; }

    public string? InstanceId { get; init; }

    public string? ActivityInstanceId { get; init; }
}
