using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>附件说明, 署名, date and 附注; indents are the typeset rows' own.</summary>
internal sealed class ClosingXml(OfficialDocument document, IReadOnlyList<PlacedRow> rows, WordXml text)
{
    private const string KeepNext = "<w:keepNext/>";

    public void Write()
    {
        WriteAnnexList();
        var names = rows.Where(row => row.Line.Role == LineRole.Signatory).ToList();
        var date = rows.First(row => row.Line.Role == LineRole.Date);
        WriteBlanks(document.Sealing == Sealing.None ? 1 : 2, FollowsPageEnd());
        foreach (var row in names.GroupBy(name => name.Line.Baseline))
            WriteNames([.. row.Select(name => name.Line).OrderBy(name => name.Left)]);
        WriteRight(date.Line, keepsNext: document.Note is not null);
        WriteNote();
    }

    // A piece that starts a page has its white there, too.
    private bool FollowsPageEnd()
    {
        var first = rows.First(row => row.Line.Role is LineRole.Signatory or LineRole.Date);
        var last = rows.LastOrDefault(row => row.Line is { Role: LineRole.Body or LineRole.TableCell, AnnexIndex: null } or { Role: LineRole.AnnexList });
        return last is not null && last.Page < first.Page;
    }

    private void WriteBlanks(int count, bool startsPage)
    {
        for (var blank = 0; blank < count; blank++)
            text.Open(null, KeepNext + (startsPage && blank == 0 ? "<w:pageBreakBefore/>" : "")).Close();
    }

    private void WriteNames(List<TextLine> names)
    {
        if (names.Count == 1)
        {
            WriteRight(names[0], keepsNext: true);
            return;
        }

        // Several names in a row, one below each seal: tabs at their left edges.
        var tabs = string.Concat(names.Select(name => $"<w:tab w:val=\"left\" w:pos=\"{Math.Max(1, Twips.Of(name.Left - LayoutProfile.Left))}\"/>"));
        text.Open(null, $"{KeepNext}<w:tabs>{tabs}</w:tabs><w:jc w:val=\"left\"/>");
        foreach (var name in names)
            text.Raw("<w:r><w:tab/></w:r>").Run(name.Text);
        text.Close();
    }

    private void WriteRight(TextLine line, bool keepsNext)
    {
        var indent = Math.Max(0, Twips.Of(LayoutProfile.Right - line.Right));
        text.Open("GwClosing", (keepsNext ? KeepNext : "") + string.Create(CultureInfo.InvariantCulture, $"<w:ind w:right=\"{indent}\"/>")).Run(line.Text).Close();
    }

    private void WriteNote()
    {
        var note = rows.Where(row => row.Line.Role == LineRole.Note).ToList();
        if (note.Count == 0)
            return;
        text.Open("GwBody");
        ParagraphText.Write(text, note, LayoutProfile.Right);
        text.Close();
    }

    private void WriteAnnexList()
    {
        var entries = rows.Where(row => row.Line.Role == LineRole.AnnexList).GroupBy(row => row.Line.BlockIndex);
        foreach (var entry in entries)
        {
            List<PlacedRow> lines = [.. entry];
            if (entry.Key == 0 && !lines[0].StartsPage)
                text.Open(null, KeepNext).Close();
            var number = document.Annexes.Count == 1 ? "" : $"{entry.Key + 1}.";
            var left = 5 * Twips.Cell + (int)(number.Length * 0.5 * Twips.Cell);
            var hanging = (entry.Key == 0 ? 3 * Twips.Cell : 0) + (int)(number.Length * 0.5 * Twips.Cell);
            text.Open(null, $"{KeepNext}{(lines[0].StartsPage ? "<w:pageBreakBefore/>" : "")}<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>");
            WriteEntry(lines, (entry.Key == 0 ? "附件：" : "") + number, number.Length > 0);
            text.Close();
        }
    }

    // Names start at a tab: a number's width differs from font to font. It is set closer, so that it never passes the tab.
    private void WriteEntry(List<PlacedRow> lines, string prefix, bool isNumbered)
    {
        if (isNumbered)
            text.Run(prefix, null, $"<w:spacing w:val=\"{2 * Twips.CellSpacing}\"/>").Raw("<w:r><w:tab/></w:r>");
        ParagraphText.Write(text, lines, LayoutProfile.Right, skipped: isNumbered ? prefix.Length : 0);
    }
}
