namespace DocFlow.Office.Comparing;

/// <summary>What the drafter makes of the changes between two versions.</summary>
/// <param name="Version">The document's <c>Version</c> that was read.</param>
/// <param name="Refused">The changes that are not taken, by id, each with its reason; all others are taken.</param>
public sealed record ChangeAnswer(int From, int To, int Version, IReadOnlyDictionary<int, string> Refused);
