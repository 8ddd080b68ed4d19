using System.Globalization;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>The rows of 发文机关标志. What follows stacked names, and a letter's mark, are frames fixed to the page.</summary>
internal sealed class MarkXml(TypesetPage page, WordXml text)
{
    public static int TopOf(TextLine line) => Twips.TopOfRow(line.Baseline, HeightOf(line));

    /// <summary>A row in the flow of the text.</summary>
    /// <returns>Its height.</returns>
    public int Write(TextLine line)
    {
        WriteParagraph(line, "", page.Lines.Any(other => other.Role == LineRole.MarkEnd));
        return HeightOf(line);
    }

    /// <summary>A row above the type area.</summary>
    /// <returns>Where it ends.</returns>
    public int WriteFramed(TextLine line)
    {
        WriteParagraph(line, Frame(Twips.LeftMargin, TopOf(line), Twips.TypeAreaWidth, HeightOf(line)), isStacked: false);
        return TopOf(line) + HeightOf(line);
    }

    /// <summary>What stands on the right of stacked names, in the middle of their height.</summary>
    public void WriteEnd()
    {
        if (page.Lines.FirstOrDefault(line => line.Role == LineRole.MarkEnd) is not { } end)
            return;
        const int slack = 40;
        WriteParagraph(end, Frame(Twips.Of(end.Left), TopOf(end), Twips.Of(end.Width) + slack, HeightOf(end)), isStacked: false, "left");
    }

    private static string Frame(int x, int y, int width, int height) =>
        $"<w:framePr w:w=\"{width}\" w:h=\"{height}\" w:hRule=\"exact\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"{x}\" w:y=\"{y}\"/>";

    // Stacked names begin and end together: shorter ones are spaced out.
    private void WriteParagraph(TextLine line, string frame, bool isStacked, string alignment = "center")
    {
        var glyphs = line.Runs.SelectMany(run => run.Glyphs).ToList();
        var missing = line.Width - glyphs.Sum(glyph => glyph.OwnAdvance);
        var spacing = isStacked && glyphs.Count > 1 ? (int)Math.Round(missing / (glyphs.Count - 1) * Twips.PerMillimetre) : 0;
        var half = (line.Runs[0].Size * 2).ToString(CultureInfo.InvariantCulture);
        text.Open("GwMark", frame
                + $"<w:spacing w:line=\"{HeightOf(line)}\" w:lineRule=\"exact\"/>"
                + (isStacked ? $"<w:ind w:left=\"{Twips.Of(line.Left - LayoutProfile.Left)}\"/>" : "")
                + (isStacked || alignment != "center" ? "<w:jc w:val=\"left\"/>" : ""))
            .Run(line.Text, null, (spacing == 0 ? "" : $"<w:spacing w:val=\"{spacing}\"/>") + $"<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>")
            .Close();
    }

    private static int HeightOf(TextLine line) => (int)Math.Round(line.Runs[0].Size * 20);
}
