namespace DocFlow.Office.Queries;

/// <summary>One act in a document's trace (办理过程).</summary>
/// <param name="OnBehalfOf">Whom the actor stood in for (代).</param>
/// <param name="IsBySystem">An act of the system, by rule.</param>
public sealed record TraceRow(
    long Sequence,
    DateTimeOffset At,
    string? StepName,
    string Act,
    string ActorName,
    string? PostShown,
    string? OnBehalfOf,
    bool IsBySystem,
    string? Opinion,
    int? VersionOrdinal)
{
    /// <summary>What was written by hand with it; null for nothing.</summary>
    public string? HandwritingHash { get; init; }

    /// <summary>Whom it concerned and where it went, each as shown: 转给：骆宇（综合科科员）, 退回到：科室审核.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}
