namespace DocFlow.Documents.Tests.Measuring;

/// <summary>What stands on a page; all in mm.</summary>
internal sealed record MeasuredPage(int Number, double Width, double Height, IReadOnlyList<MeasuredRow> Rows, IReadOnlyList<MeasuredLine> Lines, IReadOnlyList<MeasuredPicture> Pictures)
{
    public MeasuredRow Row(string start) =>
        Rows.FirstOrDefault(row => row.Text.StartsWith(start, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"Page {Number} has no row that starts with “{start}”: {string.Join(" / ", Rows.Select(row => row.Text))}");

    /// <summary>Rows of the type area, without the page number.</summary>
    public IEnumerable<MeasuredRow> TextRows => Rows.Where(row => row.Baseline < 263);
}

/// <summary>Glyphs on one baseline.</summary>
internal sealed record MeasuredRow(int Page, string Text, double Baseline, IReadOnlyList<MeasuredGlyph> Glyphs)
{
    public double Left => Glyphs[0].Left;

    public double Right => Glyphs[^1].Right;

    /// <summary>The last glyph's ink: squeezed punctuation keeps its blank half outside the row.</summary>
    public double InkRight => Glyphs[^1].InkRight;

    public double Middle => (Left + Right) / 2;

    public double Size => Glyphs[0].Size;

    /// <summary>The top and bottom of the type's em box, whose baseline lies at 0.88 em.</summary>
    public double BoxTop => Baseline - 0.88 * Size * 25.4 / 72;

    public double BoxBottom => BoxTop + Size * 25.4 / 72;
}

internal sealed record MeasuredGlyph(string Text, double Left, double Right, double InkLeft, double InkRight, double InkTop, double InkBottom, double Size, string Font, bool IsRed, bool IsBlack);

/// <summary>A picture: a seal.</summary>
internal sealed record MeasuredPicture(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public (double X, double Y) Centre => (Left + Width / 2, Top + Height / 2);
}

/// <summary>A drawn line; <paramref name="Rise"/> is 0 for a horizontal one.</summary>
internal sealed record MeasuredLine(double Left, double Right, double Y, double Rise, double Thickness, bool IsRed)
{
    public double Length => Right - Left;
}
