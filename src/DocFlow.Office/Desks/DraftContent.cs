namespace DocFlow.Office.Desks;

/// <summary>What a drafter gives.</summary>
public sealed record DraftContent
{
    /// <summary>The source text (*.gw.txt).</summary>
    public required string SourceText { get; init; }

    /// <summary>Annex files by name; null keeps those that are there.</summary>
    public IReadOnlyDictionary<string, byte[]>? Attachments { get; init; }

    /// <summary>规范性文件</summary>
    public bool IsNormative { get; init; }

    /// <summary>Ids of the units that are to countersign.</summary>
    public IReadOnlyList<string> CosigningUnitIds { get; init; } = [];

    /// <summary>Names the press that creates a draft, so that a repeat finds the same draft; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The document or matter that a new draft is born from (来文办文); null for none.</summary>
    public string? BornFromId { get; init; }

    /// <summary>What was changed, in the author's words.</summary>
    public string? Note { get; init; }
}
