namespace DocFlow.Documents.Tests.Measuring;

/// <summary>How many rows of a PDF stand in another with the same text on the same page, and how many of them in the same place.</summary>
internal sealed record Agreement(int Rows, int SameText, int SamePlace, IReadOnlyList<string> Differences)
{
    public static Agreement Of(MeasuredPdf expected, MeasuredPdf actual, double tolerance)
    {
        int rows = 0, sameText = 0, samePlace = 0;
        var differences = new List<string>();
        foreach (var page in expected.Pages)
        {
            var others = page.Number <= actual.Pages.Count ? actual.Pages[page.Number - 1].Rows.SelectMany(Pieces).ToList() : [];
            foreach (var row in page.Rows.SelectMany(Pieces))
            {
                rows++;
                var found = others.Where(other => Plain(other.Text) == Plain(row.Text)).MinBy(other => Math.Abs(other.Baseline - row.Baseline));
                if (found is null)
                {
                    var nearest = others.MinBy(other => Math.Abs(other.Baseline - row.Baseline));
                    differences.Add($"page {page.Number} at {row.Baseline:F1}: “{row.Text}” against “{nearest?.Text}”");
                    continue;
                }

                sameText++;
                if (Math.Abs(found.Baseline - row.Baseline) <= tolerance && Math.Abs(found.Left - row.Left) <= tolerance && Math.Abs(found.InkRight - row.InkRight) <= tolerance)
                    samePlace++;
                else
                    differences.Add($"page {page.Number} “{row.Text}”: {row.Left:F1}–{row.InkRight:F1} at {row.Baseline:F1}, but {found.Left:F1}–{found.InkRight:F1} at {found.Baseline:F1}");
            }
        }

        return new Agreement(rows, sameText, samePlace, differences);
    }

    public override string ToString() => $"{Rows} rows, {SameText} same text, {SamePlace} same place";

    // Cells of a table, and names side by side, are compared each by itself: the padding of two cells is 3 mm.
    private static IEnumerable<MeasuredRow> Pieces(MeasuredRow row)
    {
        const double gap = 2.9;
        // A row that is filled with few characters, before a long web address, is one all the same.
        if (row.Glyphs.Zip(row.Glyphs.Skip(1)).Count(pair => pair.Second.Left - pair.First.Right > gap / 2) * 3 > row.Glyphs.Count)
        {
            yield return row;
            yield break;
        }

        var start = 0;
        for (var index = 1; index <= row.Glyphs.Count; index++)
        {
            if (index < row.Glyphs.Count && row.Glyphs[index].Left - row.Glyphs[index - 1].Right < gap)
                continue;
            IReadOnlyList<MeasuredGlyph> glyphs = [.. row.Glyphs.Skip(start).Take(index - start)];
            yield return row with { Text = string.Concat(glyphs.Select(glyph => glyph.Text)), Glyphs = glyphs };
            start = index;
        }
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
