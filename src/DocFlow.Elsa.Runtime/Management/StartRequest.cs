namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A wish to start an instance.</summary>
/// <param name="DefinitionId">Which definition.</param>
/// <param name="Version">Which version; new instances run the published one.</param>
public sealed record StartRequest(string DefinitionId, VersionChoice Version)
{
    /// <summary>Given to make a repeated request harmless; null for a new one.</summary>
    public string? InstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    /// <summary>The activity whose trigger starts it; null for the usual start.</summary>
    public string? TriggerActivityId { get; init; }

    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>Values of workflow variables by name, in place of their defaults.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();
}
