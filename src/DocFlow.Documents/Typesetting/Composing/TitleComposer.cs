using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Titles in 2号小标宋, centred row by row (GB/T 9704 7.3.1).</summary>
internal static class TitleComposer
{
    /// <summary>From row to row: a 2号 glyph and 7/8 of a 3号 one.</summary>
    public const double RowPitch = 12.51;

    private const int MostCharacters = 20;

    /// <param name="top">The top of the first row's em box.</param>
    /// <returns>The bottom of the last row's em box.</returns>
    public static double Compose(Composition composition, PageBuilder page, LineRole role, string title, double top, int? annexIndex = null)
    {
        var em = Millimetres.OfPoints(Millimetres.SizeTwo);
        var most = Math.Min(MostCharacters, Math.Floor(page.Frame.Width / em * 2) / 2);
        var rows = TitleBreaker.Break(title, composition.Document.Issuers, most);
        var start = 0;
        foreach (var text in rows)
        {
            start = Math.Max(start, title.IndexOf(text, start, StringComparison.Ordinal));
            var row = composition.Single(text, FontRole.XiaoBiaoSong, Millimetres.SizeTwo);
            var x = (page.Frame.Left + page.Frame.Right - row.Width) / 2;
            var line = LineBuilder.Build(role, x, Composition.BaselineOf(top, Millimetres.SizeTwo), Millimetres.SizeTwo, row);
            page.Lines.Add(line with { TextStart = start, AnnexIndex = annexIndex });
            start += text.Length;
            top += RowPitch;
        }

        return top - RowPitch + em;
    }
}
