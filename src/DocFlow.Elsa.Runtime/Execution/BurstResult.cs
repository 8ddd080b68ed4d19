namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What a burst left: the state to keep and the journal lines that it added.</summary>
public sealed record BurstResult(InstanceState State, IReadOnlyList<JournalEntry> Journal);
