using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Checking;

/// <summary>A paragraph read back from a file, with what tells its role.</summary>
/// <param name="Text">Without white at its ends.</param>
/// <param name="Rows">Where it stands: the offset of each of its rows, with page and row of the page (PDF) or paragraph number (Word).</param>
internal abstract record FileParagraph(string Text, IReadOnlyList<(int Offset, int? Page, int Line)> Rows)
{
    /// <summary>What it is in the document.</summary>
    public FileRole Role { get; set; }

    /// <summary>The size of most of its characters, pt; 0 when unknown.</summary>
    public double Size { get; init; }

    /// <summary>The family of most of its Chinese characters as the file names it; null when it doesn't.</summary>
    public string? FontName { get; init; }

    /// <summary>The official family that the name counts as; null when it is none of them.</summary>
    public FontRole? Family => FontName is { } name ? FontFamilies.RoleOf(name) : null;

    /// <summary>What the program that opens the file counts before its text, such as “一、”; empty where nothing is counted.</summary>
    public string Marker { get; init; } = "";

    /// <summary>As it reads on the page.</summary>
    public string MarkedText => Marker + Text;

    public bool IsRed { get; init; }

    public bool IsCentred { get; init; }

    public bool IsInTable { get; init; }

    /// <summary>The page and line of a character.</summary>
    public (int? Page, int Line) PlaceOf(int offset)
    {
        var row = Rows.Last(row => row.Offset <= Math.Max(0, offset));
        return (row.Page, row.Line);
    }
}
