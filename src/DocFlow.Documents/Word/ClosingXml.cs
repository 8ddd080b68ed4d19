using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>附件说明, 署名, date and 附注; indents are the typeset rows' own.</summary>
internal sealed class ClosingXml(OfficialDocument document, TypesetDocument typeset, WordXml text)
{
    public void Write()
    {
        WriteAnnexList();
        var page = typeset.Pages.First(page => page.Lines.Any(line => line.Role == LineRole.Date));
        var names = page.Lines.Where(line => line.Role == LineRole.Signatory).ToList();
        var date = page.Lines.First(line => line.Role == LineRole.Date);
        var blanks = document.Sealing == Sealing.None ? 1 : 2;
        for (var blank = 0; blank < blanks; blank++)
            text.Open(null, "<w:keepNext/>").Close();
        WriteNames(names);
        WriteRight(date.Text, date.Right, keepsNext: false);
        if (document.Note is { } note)
            text.Open("GwBody").Run($"（{note}）").Close();
    }

    private void WriteNames(List<TextLine> names)
    {
        foreach (var row in names.GroupBy(name => name.Baseline))
        {
            // Several names in a row, one above each seal: tabs at their left edges.
            var inRow = row.OrderBy(name => name.Left).ToList();
            if (inRow.Count == 1)
            {
                WriteRight(inRow[0].Text, inRow[0].Right, keepsNext: true);
                continue;
            }

            var tabs = string.Concat(inRow.Select(name => $"<w:tab w:val=\"left\" w:pos=\"{Math.Max(1, Twips.Of(name.Left - LayoutProfile.Left))}\"/>"));
            text.Open(null, $"<w:keepNext/><w:tabs>{tabs}</w:tabs><w:jc w:val=\"left\"/>");
            foreach (var name in inRow)
                text.Raw("<w:r><w:tab/></w:r>").Run(name.Text);
            text.Close();
        }
    }

    private void WriteRight(string words, double right, bool keepsNext)
    {
        var indent = Math.Max(0, Twips.Of(LayoutProfile.Right - right));
        text.Open("GwClosing", (keepsNext ? "<w:keepNext/>" : "") + string.Create(CultureInfo.InvariantCulture, $"<w:ind w:right=\"{indent}\"/>")).Run(words).Close();
    }

    private void WriteAnnexList()
    {
        if (document.Annexes.Count == 0)
            return;
        text.Open(null, "<w:keepNext/>").Close();
        for (var index = 0; index < document.Annexes.Count; index++)
        {
            var number = document.Annexes.Count == 1 ? "" : $"{index + 1}.";
            var prefix = (index == 0 ? "附件：" : "") + number;
            var left = 5 * Twips.Cell + (int)(number.Length * 0.5 * Twips.Cell);
            var hanging = (index == 0 ? 3 * Twips.Cell : 0) + (int)(number.Length * 0.5 * Twips.Cell);
            text.Open(null, $"<w:keepNext/><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>").Run(prefix + document.Annexes[index].Title).Close();
        }
    }
}
