using System.Globalization;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>署名 or posts, date and 附注, at the typeset heights and right indents.</summary>
internal sealed class ClosingXml(TypesetDocument typeset, IReadOnlyList<PlacedRow> rows, WordPictures pictures, WordXml text)
{
    private const string KeepNext = "<w:keepNext/>";

    public void Write()
    {
        var closing = rows.Where(row => row.Line.Role is LineRole.Signatory or LineRole.Post or LineRole.Date)
            .GroupBy(row => Math.Round(row.Line.Baseline, 2)).OrderBy(row => row.Key).Select(row => row.ToList()).ToList();
        var note = rows.Where(row => row.Line.Role == LineRole.Note).ToList();
        for (var index = 0; index < closing.Count; index++)
        {
            var isFirst = index == 0;
            WriteWhite(isFirst ? Above(closing[0][0]) : Bottom(closing[index - 1][0]), closing[index][0], isFirst && FollowsPageEnd(closing[0][0]));
            WriteRow([.. closing[index].Select(row => row.Line).OrderBy(line => line.Left)], isFirst ? Seals(closing[0][0].Page) : "", index + 1 < closing.Count || note.Count > 0);
        }

        if (note.Count == 0)
            return;
        if (closing.Count > 0)
            WriteWhite(Bottom(closing[^1][0]), note[0], startsPage: false);
        WriteNote(note);
    }

    private static int Bottom(PlacedRow row) => Twips.TopOfRow(row.Line.Baseline, Twips.Row) + Twips.Row;

    private PlacedRow? LastOfText() =>
        rows.LastOrDefault(row => row.Line is { Role: LineRole.Body or LineRole.TableCell, AnnexIndex: null } or { Role: LineRole.AnnexList or LineRole.Attendance });

    // A piece that starts a page has its white there, too.
    private bool FollowsPageEnd(PlacedRow first) => LastOfText() is { } last && last.Page < first.Page;

    // Where the text ends; below a table only whole rows of white are known.
    private int Above(PlacedRow first)
    {
        if (LastOfText() is not { } last)
            return Twips.TopOfRow(first.Line.Baseline, Twips.Row) - Twips.Row;
        if (last.Page < first.Page)
            return Twips.TopMargin;
        if (last.Line.Role != LineRole.TableCell)
            return Bottom(last);
        var lowest = rows.Where(row => row.Page == last.Page && row.Line.Role == LineRole.TableCell).Max(row => row.Line.Baseline);
        var white = Twips.TopOfRow(first.Line.Baseline, Twips.Row) - Twips.TopOfRow(lowest, Twips.Row) - Twips.Row;
        return Twips.TopOfRow(first.Line.Baseline, Twips.Row) - white / Twips.Row * Twips.Row;
    }

    private void WriteWhite(int from, PlacedRow next, bool startsPage)
    {
        const int tolerance = 20;
        var white = Twips.TopOfRow(next.Line.Baseline, Twips.Row) - from;
        for (; white > tolerance; white -= Twips.Row)
        {
            var height = white < Twips.Row - tolerance ? $"<w:spacing w:line=\"{white}\" w:lineRule=\"exact\"/>" : "";
            text.Open(height.Length > 0 ? "Spacer" : null, KeepNext + (startsPage ? "<w:pageBreakBefore/>" : "") + height).Close();
            startsPage = false;
        }
    }

    private void WriteRow(List<TextLine> lines, string seals, bool keepsNext)
    {
        var keep = keepsNext ? KeepNext : "";
        if (lines.Count == 1)
        {
            var indent = Math.Max(0, Twips.Of(LayoutProfile.Right - lines[0].Right)).ToString(CultureInfo.InvariantCulture);
            text.Open("GwClosing", $"{keep}<w:ind w:right=\"{indent}\"/>").Raw(seals).Run(lines[0].Text).Close();
            return;
        }

        // Several names in a row, one below each seal: tabs at their left edges.
        var tabs = string.Concat(lines.Select(name => $"<w:tab w:val=\"left\" w:pos=\"{Math.Max(1, Twips.Of(name.Left - LayoutProfile.Left))}\"/>"));
        text.Open(null, $"{keep}<w:tabs>{tabs}</w:tabs><w:jc w:val=\"left\"/>").Raw(seals);
        foreach (var name in lines)
            text.Raw("<w:r><w:tab/></w:r>").Run(name.Text);
        text.Close();
    }

    // All of a page's seals are anchored in the first row that they cover.
    private string Seals(int page) =>
        string.Concat(typeset.Pages[page].Seals.Select(seal => SealDrawing.Run(seal, text.NextDrawing(), pictures.Add(seal.Image))));

    private void WriteNote(List<PlacedRow> note)
    {
        text.Open("GwBody");
        ParagraphText.Write(text, note, LayoutProfile.Right);
        text.Close();
    }
}
