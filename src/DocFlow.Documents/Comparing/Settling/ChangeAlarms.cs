using DocFlow.Documents.Comparing.Meaning;

namespace DocFlow.Documents.Comparing.Settling;

/// <summary>What changes alter beside the wording, knowing the names of the office's units.</summary>
internal sealed class ChangeAlarms(IReadOnlyCollection<string> organs)
{
    /// <param name="isAddressed">The text names those to whom it is addressed: whoever is added or left out alters its scope.</param>
    public IReadOnlyList<MeaningAlarm> Of(string before, string after, bool isAddressed) =>
        isAddressed ? [new MeaningAlarm("范围", [before], [after], "范围：主送机关有变化。")] : MeaningCheck.Of(before, after, organs);
}
