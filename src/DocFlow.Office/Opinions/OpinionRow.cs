using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Opinions;

/// <summary>One opinion on a document, with what was made of it.</summary>
/// <param name="SeatId">The seat that it was given on.</param>
/// <param name="UnitName">The unit that it speaks for.</param>
/// <param name="PersonName">Who gave it; for the system, whose seat it was.</param>
/// <param name="OnBehalfOf">The seat's person when a stand-in decided (代).</param>
/// <param name="Outcome">同意, 退回 …</param>
/// <param name="Opinion">Its typed words, null when there were none.</param>
/// <param name="VersionOrdinal">The text that it was given on (第n稿).</param>
/// <param name="IsBySystem">Closed by rule, not by the person.</param>
/// <param name="Adoption">What the drafter made of it; null while unanswered.</param>
public sealed record OpinionRow(
    string SeatId,
    StepKind StepKind,
    string StepName,
    string UnitName,
    string PersonName,
    string? OnBehalfOf,
    DateTimeOffset At,
    string Outcome,
    string? Opinion,
    int? VersionOrdinal,
    bool IsBySystem,
    Adoption? Adoption,
    string? Reason,
    string? AnsweredByName,
    DateTimeOffset? AnsweredAt)
{
    /// <summary>The picture of the decider's hand (签名图样); null for none.</summary>
    internal string? SignatureHash { get; init; }

    /// <summary>What was written by hand, typed words or none beside it; null for nothing.</summary>
    public string? HandwritingHash { get; init; }

    /// <summary>Whether there is something to answer: words of a person, typed or written.</summary>
    public bool IsToBeAnswered => (Opinion is not null || HandwritingHash is not null) && !IsBySystem;
}
