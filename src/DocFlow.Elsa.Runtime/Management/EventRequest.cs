namespace DocFlow.Elsa.Runtime.Management;

/// <summary>An event from outside; without a scope it may also start instances.</summary>
public sealed record EventRequest(string Name)
{
    public string? CorrelationId { get; init; }

    public string? InstanceId { get; init; }

    public string? ActivityInstanceId { get; init; }

    public object? Payload { get; init; }

    /// <summary>Answer only once it has taken effect.</summary>
    public bool Wait { get; init; }
}
