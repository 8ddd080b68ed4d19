using DocFlow.Elsa.Runtime.Children;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What a burst left: the state to keep and the journal lines that it added.</summary>
public sealed record BurstResult(InstanceState State, IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>The executions that it touched, in the order of their first journal line.</summary>
    public IReadOnlyList<ExecutionRecord> Executions { get; init; } = [];

    /// <summary>Events to deliver once the burst is saved.</summary>
    public IReadOnlyList<PublishedEvent> Events { get; init; } = [];

    /// <summary>Children to start once the burst is saved.</summary>
    public IReadOnlyList<ChildStart> Children { get; init; } = [];
}
