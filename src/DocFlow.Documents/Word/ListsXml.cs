using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>The lists below the text: 附件说明, and 出席, 请假 and 列席 of minutes.</summary>
internal sealed class ListsXml(OfficialDocument document, IReadOnlyList<PlacedRow> rows, WordXml text)
{
    private const string KeepNext = "<w:keepNext/>";

    public void Write()
    {
        WriteAnnexes();
        WriteAttendance();
    }

    private void WriteAnnexes()
    {
        foreach (var entry in Entries(LineRole.AnnexList))
        {
            WriteBlankAbove(entry[0], entry[0].Line.BlockIndex == 0);
            var index = entry[0].Line.BlockIndex ?? 0;
            var number = document.Annexes.Count == 1 ? "" : $"{index + 1}.";
            var left = 5 * Twips.Cell + (int)(number.Length * 0.5 * Twips.Cell);
            var hanging = (index == 0 ? 3 * Twips.Cell : 0) + (int)(number.Length * 0.5 * Twips.Cell);
            Open(entry[0], left, hanging);
            WriteEntry(entry, (index == 0 ? "附件：" : "") + number, number.Length > 0);
            text.Close();
        }
    }

    private void WriteAttendance()
    {
        var isFirst = true;
        foreach (var entry in Entries(LineRole.Attendance))
        {
            WriteBlankAbove(entry[0], isFirst);
            isFirst = false;
            Open(entry[0], 5 * Twips.Cell, 3 * Twips.Cell);
            ParagraphText.Write(text, entry, LayoutProfile.Right);
            text.Close();
        }
    }

    private IEnumerable<List<PlacedRow>> Entries(LineRole role) =>
        rows.Where(row => row.Line.Role == role).GroupBy(row => row.Line.BlockIndex).Select(entry => entry.ToList());

    private void WriteBlankAbove(PlacedRow first, bool isWanted)
    {
        if (isWanted && !first.StartsPage)
            text.Open(null, KeepNext).Close();
    }

    private void Open(PlacedRow first, int left, int hanging) =>
        text.Open(null, $"{KeepNext}{(first.StartsPage ? "<w:pageBreakBefore/>" : "")}<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>");

    // Names start at a tab: a number's width differs from font to font. It is set closer, so that it never passes the tab.
    private void WriteEntry(List<PlacedRow> lines, string prefix, bool isNumbered)
    {
        if (isNumbered)
            text.Run(prefix, null, $"<w:spacing w:val=\"{2 * Twips.CellSpacing}\"/>").Raw("<w:r><w:tab/></w:r>");
        ParagraphText.Write(text, lines, LayoutProfile.Right, skipped: isNumbered ? prefix.Length : 0);
    }
}
