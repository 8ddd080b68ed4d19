using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>Head, title and 主送 on page 1: white of exact height brings each row to the place that the typesetter gave it.</summary>
internal sealed class HeadXml(OfficialDocument document, TypesetPage page, IReadOnlyList<PlacedRow> rows, WordXml text)
{
    /// <summary>1.5 pt, 0.53 mm.</summary>
    private const int RuleWidth = 12;

    private static readonly HashSet<LineRole> HeadRoles =
        [LineRole.CopyNumber, LineRole.Classification, LineRole.Urgency, LineRole.Mark, LineRole.Number, LineRole.Signer];

    private int _y = Twips.TopMargin;

    public void Write()
    {
        var mark = new MarkXml(page, text);
        mark.WriteEnd();
        foreach (var row in page.Lines.Where(line => HeadRoles.Contains(line.Role)).GroupBy(line => Math.Round(line.Baseline, 2)).OrderBy(row => row.Key))
        {
            if (row.First().Role == LineRole.Mark)
                WriteMark(mark, row.First());
            else
                WriteRow([.. row.OrderBy(line => line.Left)]);
        }

        WriteRule();
        WriteTitle();
        WriteCaption();
        if (page.Lines.FirstOrDefault(line => line.Role == LineRole.Recipients) is { } recipients)
        {
            MoveTo(Twips.TopOfRow(recipients.Baseline, Twips.Row));
            text.Open("GwRecipients");
            ParagraphText.Write(text, [.. rows.Where(row => row.Line.Role == LineRole.Recipients)], LayoutProfile.Right);
            text.Close();
            return;
        }

        if (page.Lines.FirstOrDefault(line => line.Role is LineRole.Body or LineRole.TableCell) is { } first)
            MoveTo(Twips.TopOfRow(first.Baseline, Twips.Row));
    }

    private void WriteMark(MarkXml mark, TextLine line)
    {
        if (document.Format != PageFormat.Letter)
        {
            MoveTo(MarkXml.TopOf(line));
            _y += mark.Write(line);
            return;
        }

        // A letter's mark stands in the white above the type area, its rules are fixed to the page.
        _y = Math.Max(_y, mark.WriteFramed(line));
        text.Open("Spacer", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
        foreach (var rule in page.Rules.Where(rule => rule.Role == RuleRole.LetterRule))
            text.Raw(RuleDrawing.Run(rule, text.NextDrawing()));
        text.Close();
        _y += 20;
    }

    // A number in the middle has that as its style; other rows stand at the typeset places, by indent and tabs.
    private void WriteRow(IReadOnlyList<TextLine> lines)
    {
        MoveTo(Twips.TopOfRow(lines[0].Baseline, Twips.Row));
        _y += Twips.Row;
        if (lines is [{ Role: LineRole.Number } number] && document.Format != PageFormat.Letter && document.Direction != DocumentDirection.Up)
        {
            text.Open("GwNumber").Run(number.Text).Close();
            return;
        }

        var tabs = string.Concat(lines.Where(IsAtTab).Select(line => IsFlushRight(line)
            ? $"<w:tab w:val=\"right\" w:pos=\"{Twips.TypeAreaWidth}\"/>"
            : $"<w:tab w:val=\"left\" w:pos=\"{Twips.Of(line.Left - LayoutProfile.Left)}\"/>"));
        var indent = IsAtTab(lines[0]) ? 0 : Twips.Of(lines[0].Left - LayoutProfile.Left);
        text.Open(null, (tabs.Length > 0 ? $"<w:tabs>{tabs}</w:tabs>" : "") + (indent > 0 ? $"<w:ind w:left=\"{indent}\"/>" : "") + "<w:jc w:val=\"left\"/>");
        foreach (var line in lines)
        {
            if (IsAtTab(line))
                text.Raw("<w:r><w:tab/></w:r>");
            text.Run(line.Text, line.Runs[0].Role == FontRole.FangSong ? null : line.Runs[0].Role);
        }

        text.Close();

        // What follows its neighbour directly needs no tab, nor would one at the neighbour's end be safe.
        bool IsAtTab(TextLine line) => IsFlushRight(line) || lines.Any(other => other.Left < line.Left) && !lines.Any(other => Math.Abs(other.Right - line.Left) < 0.1);
        bool IsFlushRight(TextLine line) => document.Format == PageFormat.Letter && line.Role == LineRole.Number;
    }

    // The lower border of a white paragraph that ends where the rule is.
    private void WriteRule()
    {
        if (page.Rules.FirstOrDefault(rule => rule.Role == RuleRole.HeadRule) is not { } rule)
            return;
        var height = Twips.Of(rule.Y1 - rule.Thickness / 2) - _y;
        text.Open("Spacer", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{RuleWidth}\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr><w:spacing w:line=\"{height.ToString(CultureInfo.InvariantCulture)}\" w:lineRule=\"exact\"/>").Close();
        _y += height + RuleWidth * 20 / 8;
    }

    private void WriteTitle()
    {
        var titleRows = page.Lines.Where(line => line.Role == LineRole.Title).ToList();
        if (titleRows.Count == 0)
            return;
        MoveTo(Twips.TopOfRow(titleRows[0].Baseline, Twips.TitleRow));
        WriteRows(text, titleRows, "");
        _y += titleRows.Count * Twips.TitleRow;
    }

    private void WriteCaption()
    {
        var captionRows = page.Lines.Where(line => line.Role == LineRole.Caption).ToList();
        if (captionRows.Count == 0)
            return;
        MoveTo(Twips.TopOfRow(captionRows[0].Baseline, Twips.Row));
        WriteRows(text, captionRows, "", "GwCaption");
        _y += captionRows.Count * Twips.Row;
    }

    /// <summary>Title rows in one paragraph, broken where the typesetter broke them.</summary>
    public static void WriteRows(WordXml text, IReadOnlyList<TextLine> rows, string properties, string style = "GwTitle")
    {
        text.Open(style, properties);
        for (var index = 0; index < rows.Count; index++)
        {
            if (index > 0)
                text.LineBreak();
            text.Run(rows[index].Text);
        }

        text.Close();
    }

    private void MoveTo(int top)
    {
        text.Spacer(top - _y);
        _y = Math.Max(_y, top);
    }
}
