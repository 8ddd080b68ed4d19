namespace DocFlow.Persistence.Engine;

/// <summary>How an instance starts.</summary>
internal sealed record WorkflowStart(string InstanceId)
{
    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? TriggerNodeId { get; init; }

    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    public string? ParentInstanceId { get; init; }

    public bool ParentWaits { get; init; }

    /// <summary>How many instances stand above a child.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>The office starts it for a document.</summary>
    public bool IsOffice { get; init; }
}
