using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>版头, title and 主送 on page 1: white of exact height brings each row to the place that the typesetter gave it.</summary>
internal sealed class HeadXml(TypesetPage page, IReadOnlyList<PlacedRow> rows, WordXml text)
{
    /// <summary>1.5 pt, 0.53 mm.</summary>
    private const int RuleWidth = 12;

    private int _y = Twips.TopMargin;

    public void Write()
    {
        foreach (var line in page.Lines.Where(line => line.Role is LineRole.CopyNumber or LineRole.Classification or LineRole.Urgency).OrderBy(line => line.Baseline))
            WriteRow(line, null, line.Role == LineRole.CopyNumber ? FontRole.FangSong : FontRole.Hei);
        WriteMark();
        if (page.Lines.FirstOrDefault(line => line.Role == LineRole.Number) is { } number)
            WriteRow(number, "GwNumber", FontRole.FangSong);
        WriteRule();
        WriteTitle();
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

    private void WriteRow(TextLine line, string? style, FontRole role)
    {
        MoveTo(Twips.TopOfRow(line.Baseline, Twips.Row));
        text.Open(style).Run(line.Text, role).Close();
        _y += Twips.Row;
    }

    private void WriteMark()
    {
        var mark = page.Lines.First(line => line.Role == LineRole.Mark);
        var size = mark.Runs[0].Size;
        var height = (int)Math.Round(size * 20);
        MoveTo(Twips.TopOfRow(mark.Baseline, height));
        var half = (size * 2).ToString(CultureInfo.InvariantCulture);
        text.Open("GwMark", $"<w:spacing w:line=\"{height}\" w:lineRule=\"exact\"/>")
            .Run(mark.Text, null, $"<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>")
            .Close();
        _y += height;
    }

    // The lower border of a white paragraph that ends where the rule is.
    private void WriteRule()
    {
        var rule = page.Rules.First(rule => rule.Role == RuleRole.HeadRule);
        var height = Twips.Of(rule.Y1 - rule.Thickness / 2) - _y;
        text.Open("Spacer", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{RuleWidth}\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr><w:spacing w:line=\"{height}\" w:lineRule=\"exact\"/>").Close();
        _y += height + RuleWidth * 20 / 8;
    }

    private void WriteTitle()
    {
        var rows = page.Lines.Where(line => line.Role == LineRole.Title).ToList();
        MoveTo(Twips.TopOfRow(rows[0].Baseline, Twips.TitleRow));
        WriteRows(text, rows, "");
        _y += rows.Count * Twips.TitleRow;
    }

    /// <summary>Title rows in one paragraph, broken where the typesetter broke them.</summary>
    public static void WriteRows(WordXml text, IReadOnlyList<TextLine> rows, string properties)
    {
        text.Open("GwTitle", properties);
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
