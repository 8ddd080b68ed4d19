namespace DocFlow.Elsa.Runtime.Children;

/// <summary>A child that an activity wants to run.</summary>
/// <param name="InstanceId">The same when the burst runs again.</param>
/// <param name="DefinitionId">Its published version is run.</param>
/// <param name="Waits">The parent waits for its end.</param>
public sealed record ChildStart(string InstanceId, string DefinitionId, string ParentInstanceId, string? CorrelationId, IReadOnlyDictionary<string, object?> Input, bool Waits)
{
    /// <summary>How many instances stand above it, each started by the next.</summary>
    public int Generation { get; init; } = 1;
}
