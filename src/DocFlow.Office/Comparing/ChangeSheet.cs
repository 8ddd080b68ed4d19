using DocFlow.Documents.Comparing.Meaning;

namespace DocFlow.Office.Comparing;

/// <summary>The changes between two versions.</summary>
/// <param name="Version">The document's concurrency token, to be given back with the answer.</param>
/// <param name="MayDecide">Whether this person may take and refuse them now.</param>
public sealed record ChangeSheet(int From, int To, int Version, bool MayDecide, IReadOnlyList<ChangeRow> Changes)
{
    /// <summary>What the changes alter beside the wording, each once.</summary>
    public IReadOnlyList<string> Alarms => [.. Changes.SelectMany(change => change.Alarms).Select(alarm => alarm.Message).Distinct()];
}

/// <summary>A change.</summary>
/// <param name="Id">From 1, in the order of the text.</param>
/// <param name="AuthorName">The person with the step: 周亦凡（核稿）.</param>
/// <param name="At">In the office's zone.</param>
public sealed record ChangeRow(
    int Id, string Place, string Before, string After, string Left, string Right, string AuthorName, DateTimeOffset At, IReadOnlyList<MeaningAlarm> Alarms);
