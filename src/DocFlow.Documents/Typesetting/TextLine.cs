namespace DocFlow.Documents.Typesetting;

/// <summary>One row of text on a page.</summary>
/// <param name="Role">The element that it belongs to.</param>
/// <param name="Baseline">Its baseline, mm from the sheet's top (of the turned sheet on a landscape page).</param>
/// <param name="Runs">Its pieces from left to right.</param>
public sealed record TextLine(LineRole Role, double Baseline, IReadOnlyList<GlyphRun> Runs)
{
    /// <summary>The annex that the row belongs to, from 0; null in the document itself.</summary>
    public int? AnnexIndex { get; init; }

    /// <summary>The index of the body block (of the document or the annex) or the entry of the annex list that the row was broken from; null for other elements.</summary>
    public int? BlockIndex { get; init; }

    /// <summary>The cell of a table's row, counted row by row; null outside tables.</summary>
    public int? CellIndex { get; init; }

    /// <summary>The offset in the block's text (title, name list …) of the row's first character.</summary>
    public int TextStart { get; init; }

    // Most rows are of one family.
    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    public double Left => Runs.Count == 0 ? 0 : Runs[0].X;

    public double Width => Right - Left;

    public double Right => Runs.Count == 0 ? 0 : Runs[^1].X + Runs[^1].Width;
}

/// <summary>The element that a row belongs to.</summary>
public enum LineRole
{
    CopyNumber,
    Classification,
    Urgency,
    Mark,
    MarkEnd,
    Number,
    Signer,
    Title,
    Caption,
    Recipients,
    Body,
    AnnexList,
    Attendance,
    Signatory,
    Date,
    Post,
    Note,
    AnnexLabel,
    AnnexTitle,
    TableCell,
    ImprintRecipients,
    ImprintCopies,
    ImprintIssue,
    PageNumber,

    /// <summary>What a comparison (花脸稿) writes beside the text.</summary>
    Revision,
}
