using DocFlow.Documents.Comparing.Meaning;

namespace DocFlow.Documents.Comparing.Settling;

/// <summary>One change of a text, to be taken or refused by itself.</summary>
/// <param name="Id">From 1, in the order of the text.</param>
/// <param name="Place">The element (标题), 正文 or the annex file.</param>
/// <param name="Before">What was taken away; empty when only something was added.</param>
/// <param name="After">What was added.</param>
/// <param name="Left">What stands before it in its paragraph.</param>
/// <param name="Right">What stands behind it.</param>
/// <param name="Alarms">What it alters beside the wording.</param>
public sealed record DraftChange(int Id, string Place, string Before, string After, string Left, string Right, IReadOnlyList<MeaningAlarm> Alarms)
{
    /// <summary>The whole paragraph as it was; empty when it is new.</summary>
    public required string LineBefore { get; init; }

    /// <summary>The whole paragraph as it now is; empty when it is gone.</summary>
    public required string LineAfter { get; init; }
}
