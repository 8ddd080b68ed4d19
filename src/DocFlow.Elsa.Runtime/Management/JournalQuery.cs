namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Which lines of a journal; what is empty doesn't filter.</summary>
public sealed record JournalQuery
{
    public IReadOnlyCollection<string> ActivityIds { get; init; } = [];

    public IReadOnlyCollection<string> NodeIds { get; init; } = [];

    public IReadOnlyCollection<string> ExcludedActivityTypes { get; init; } = [];

    public IReadOnlyCollection<string> EventNames { get; init; } = [];

    public int Skip { get; init; }

    /// <summary>Null for all.</summary>
    public int? Take { get; init; }
}
