using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>版记 as a table fixed to the page, its lower border on the type area's lower edge; closes the last section.</summary>
internal sealed class ImprintXml(OfficialDocument document, TypesetDocument typeset, WordXml text)
{
    /// <param name="isLandscape">Whether the text before stands on landscape pages.</param>
    public void Write(bool isLandscape)
    {
        var last = typeset.Pages[^1];
        var rules = last.Rules.Where(rule => rule.Role == RuleRole.ImprintRule).Select(rule => rule.Y1).Order().ToList();
        if (rules.Count == 0)
        {
            text.Raw(isLandscape ? SectionXml.Landscape() : SectionXml.Portrait(true));
            return;
        }

        var blankFaces = typeset.Pages.Reverse().TakeWhile(page => page.Lines.All(line => line.Role is LineRole.ImprintRecipients or LineRole.ImprintCopies or LineRole.ImprintIssue)).Count();
        if (blankFaces > 0)
            EndSection(isLandscape ? SectionXml.Landscape() : SectionXml.Portrait(true));
        if (blankFaces > 1)
            text.Raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>");

        WriteTable(last, rules);
        text.Spacer(20);
        text.Raw(SectionXml.Portrait(isNumbered: blankFaces == 0));
    }

    private void EndSection(string section) =>
        text.Raw($"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>");

    private void WriteTable(TypesetPage page, List<double> rules)
    {
        text.Raw($"<w:tbl><w:tblPr><w:tblpPr w:vertAnchor=\"page\" w:horzAnchor=\"page\" w:tblpX=\"{Twips.LeftMargin}\" w:tblpY=\"{Twips.Of(rules[0])}\"/><w:tblOverlap w:val=\"never\"/><w:tblW w:w=\"{Twips.TypeAreaWidth}\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{Twips.Cell}\" w:type=\"dxa\"/><w:right w:w=\"{Twips.Cell}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{Twips.TypeAreaWidth}\"/></w:tblGrid>");
        for (var row = 0; row + 1 < rules.Count; row++)
        {
            var lines = page.Lines.Where(line => line.Baseline > rules[row] && line.Baseline < rules[row + 1]).ToList();
            text.Raw($"<w:tr><w:trPr><w:trHeight w:val=\"{Twips.Of(rules[row + 1] - rules[row])}\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{Twips.TypeAreaWidth}\" w:type=\"dxa\"/></w:tcPr>");
            if (lines.Any(line => line.Role == LineRole.ImprintIssue))
                WriteIssue(lines);
            else
                WriteLists(lines);
            text.Raw("</w:tc></w:tr>");
        }

        text.Raw("</w:tbl>");
    }

    private void WriteLists(List<TextLine> lines)
    {
        if (lines.Any(line => line.Role == LineRole.ImprintRecipients))
            WriteList("主送：", document.Recipients.Text);
        if (lines.Any(line => line.Role == LineRole.ImprintCopies))
            WriteList("抄送：", document.Copies.Text);
    }

    private void WriteList(string label, string names)
    {
        const int labelWidth = 3 * 280;
        text.Open("GwImprint", $"<w:ind w:left=\"{labelWidth}\" w:hanging=\"{labelWidth}\"/>").Run(label + (names.EndsWith('。') ? names : names + "。")).Close();
    }

    private void WriteIssue(List<TextLine> lines)
    {
        var width = Twips.TypeAreaWidth - 2 * Twips.Cell;
        var parts = lines.OrderBy(line => line.Left).Select(line => line.Text).ToList();
        text.Open("GwImprint", $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs><w:jc w:val=\"left\"/>");
        text.Run(parts[0]);
        if (parts.Count > 1)
            text.Raw("<w:r><w:tab/></w:r>").Run(parts[1]);
        text.Close();
    }
}
