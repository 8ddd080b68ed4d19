namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>The type area of a page, mm; of the turned sheet for a landscape one.</summary>
/// <param name="FirstTop">The top of the first row's em box.</param>
/// <param name="LastBottom">The bottom of the last row's em box.</param>
internal sealed record PageFrame(bool IsLandscape, double Left, double Right, double FirstTop, double LastBottom)
{
    public double Width => Right - Left;

    /// <summary>Where running text ends: after the last whole cell.</summary>
    public double TextRight => Left + Math.Floor(Width / LayoutProfile.CellWidth + 0.001) * LayoutProfile.CellWidth;

    public static PageFrame Portrait(LayoutProfile profile)
    {
        var top = profile.TopMargin + profile.LeadingAbove;
        return new(false, LayoutProfile.Left, LayoutProfile.Right, top, BottomOf(profile, top, LayoutProfile.LinesPerPage));
    }

    /// <summary>Page 1 of a letter: rows may go down to the lower double rule (10.1).</summary>
    public static PageFrame FirstOfLetter(LayoutProfile profile) =>
        Portrait(profile) with { LastBottom = LetterHeadComposer.LowerRule - LetterHeadComposer.RuleDistance };

    /// <summary>The sheet's left becomes the head, its bottom the left (GB/T 9704 ch. 8).</summary>
    public static PageFrame Landscape(LayoutProfile profile)
    {
        const double left = LayoutProfile.PageHeight - LayoutProfile.Bottom;
        var rows = (int)((LayoutProfile.TypeAreaWidth - Em) / profile.LinePitch) + 1;
        return new(true, left, LayoutProfile.PageHeight - LayoutProfile.Top, LayoutProfile.Left, BottomOf(profile, LayoutProfile.Left, rows));
    }

    private static double Em => Millimetres.OfPoints(Millimetres.SizeThree);

    private static double BottomOf(LayoutProfile profile, double top, int rows) => top + (rows - 1) * profile.LinePitch + Em;
}
