namespace DocFlow.Office.Opinions;

/// <summary>All opinions that countersigning units and reviewers gave on a document.</summary>
/// <param name="Rows">Countersigning units first; in the organisation's order, not that of time.</param>
/// <param name="CurrentVersion">The text that stands now: an opinion on an earlier one says so.</param>
/// <param name="MayAnswer">Whether this person may answer them now.</param>
public sealed record OpinionSheet(IReadOnlyList<OpinionRow> Rows, int CurrentVersion, bool MayAnswer);
