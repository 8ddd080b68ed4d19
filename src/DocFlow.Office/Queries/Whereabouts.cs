namespace DocFlow.Office.Queries;

/// <summary>Where a document is now.</summary>
/// <param name="StepName">The open steps' names; null when none is open.</param>
/// <param name="Holders">Who has it, in the organisation's order.</param>
/// <param name="Since">Since when it has been there.</param>
/// <param name="IsCirculating">It is being passed round (传阅中).</param>
public sealed record Whereabouts(string? StepName, IReadOnlyList<string> Holders, DateTimeOffset? Since, DateTimeOffset? DueAt, bool IsCirculating)
{
    /// <summary>The work on it stands still (暂停).</summary>
    public bool IsPaused { get; init; }

    public static Whereabouts Nowhere { get; } = new(null, [], null, null, false);
}
