using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>版记 as a frame fixed to the page, its last rule on the type area's lower edge; closes the last section of what is bound.</summary>
internal sealed class ImprintXml(IReadOnlyList<TypesetPage> pages, IReadOnlyList<PlacedRow> rows, SectionXml sections, WordXml text)
{
    /// <summary>8 mm: the height of a row of the 版记.</summary>
    private const int Row = 454;

    private const int RaisedBy = 3;

    private static readonly string Raised = $"<w:position w:val=\"{RaisedBy}\"/>";

    private string _frame = "";

    /// <param name="isLandscape">Whether the text before stands on landscape pages.</param>
    /// <returns>The properties of the last section, to be written by who ends it.</returns>
    public string Write(bool isLandscape)
    {
        var last = pages[^1];
        var rules = EdgesOf(last);
        if (rules.Count == 0)
            return sections.Next(isLandscape);

        var blankFaces = pages.Reverse().TakeWhile(page => page.Lines.All(line => line.Role is LineRole.ImprintRecipients or LineRole.ImprintCopies or LineRole.ImprintIssue)).Count();
        if (blankFaces > 0)
            EndSection(sections.Next(isLandscape));
        if (blankFaces > 1)
            text.Raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>");

        WriteFrame(last, rules);
        WriteRules(last);
        return sections.Next(isLandscape: false, isNumbered: blankFaces == 0);
    }

    // Where the elements of the 版记 begin and end: its rules; a letter has none, only rows that end on the type area's lower edge.
    private static List<double> EdgesOf(TypesetPage page)
    {
        var rules = page.Rules.Where(rule => rule.Role == RuleRole.ImprintRule).Select(rule => rule.Y1).Order().ToList();
        var lines = page.Lines.Count(line => line.Role is LineRole.ImprintRecipients or LineRole.ImprintCopies);
        return rules.Count > 0 || lines == 0 ? rules : [LayoutProfile.Bottom - lines * Row / Twips.PerMillimetre, LayoutProfile.Bottom];
    }

    private void EndSection(string section) =>
        text.Raw($"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>");

    // Paragraphs with the same frame properties share one frame.
    private void WriteFrame(TypesetPage page, List<double> rules)
    {
        var top = Twips.Of(rules[0]);
        _frame = $"<w:framePr w:w=\"{Twips.TypeAreaWidth}\" w:h=\"{Twips.Of(rules[^1]) - top}\" w:hRule=\"exact\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"{Twips.LeftMargin}\" w:y=\"{top}\"/>";
        var spacing = $"<w:spacing w:line=\"{Row}\" w:lineRule=\"exact\"/>";
        for (var section = 0; section + 1 < rules.Count; section++)
        {
            var lines = page.Lines.Where(line => line.Baseline > rules[section] && line.Baseline < rules[section + 1]).ToList();
            if (lines.Any(line => line.Role == LineRole.ImprintIssue))
                WriteIssue(lines, spacing);
            else
                WriteLists(lines, spacing);
        }
    }

    private void WriteRules(TypesetPage page)
    {
        text.Open("Spacer", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
        foreach (var rule in page.Rules.Where(rule => rule.Role == RuleRole.ImprintRule))
            text.Raw(RuleDrawing.Run(rule, text.NextDrawing()));
        text.Close();
    }

    private void WriteLists(List<TextLine> lines, string spacing)
    {
        foreach (var role in new[] { LineRole.ImprintRecipients, LineRole.ImprintCopies }.Where(role => lines.Any(line => line.Role == role)))
            WriteList(role, spacing);
    }

    private void WriteList(LineRole role, string spacing)
    {
        const int labelWidth = 3 * 280;
        var indent = $"<w:ind w:left=\"{Twips.Cell + labelWidth}\" w:right=\"{Twips.Cell}\" w:hanging=\"{labelWidth}\"/>";
        text.Open("GwImprint", _frame + spacing + indent);
        ParagraphText.Write(text, [.. rows.Where(row => row.Line.Role == role)], LayoutProfile.Right - LayoutProfile.CellWidth, spacing: 0, raisedBy: RaisedBy);
        text.Close();
    }

    private void WriteIssue(List<TextLine> lines, string spacing)
    {
        var parts = lines.OrderBy(line => line.Left).Select(line => line.Text).ToList();
        var tab = $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Twips.TypeAreaWidth - Twips.Cell}\"/></w:tabs>";
        text.Open("GwImprint", $"{_frame}{tab}{spacing}<w:ind w:left=\"{Twips.Cell}\" w:right=\"{Twips.Cell}\"/><w:jc w:val=\"left\"/>");
        text.Run(parts[0], null, Raised);
        if (parts.Count > 1)
            text.Raw("<w:r><w:tab/></w:r>").Run(parts[1], null, Raised);
        text.Close();
    }
}
