using System.Text.RegularExpressions;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Checking;

/// <summary>Checks what a .docx or .pdf says, wherever it came from: number, title, levels and running text.</summary>
public static partial class FileChecker
{
    /// <summary>The findings with their paragraph's number as line.</summary>
    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static IReadOnlyList<Finding> CheckWord(string path) => Check(WordFileText.Read(path));

    /// <summary>The findings with their page and row.</summary>
    /// <exception cref="UnreadableFileException">Not a PDF, encrypted, or without a text layer.</exception>
    public static IReadOnlyList<Finding> CheckPdf(string path) => Check(PdfFileText.Read(path));

    private static List<Finding> Check(IReadOnlyList<PlacedParagraph> paragraphs)
    {
        var findings = new List<Finding>();
        var title = paragraphs.FirstOrDefault(paragraph => paragraph.IsTitle && paragraph.Text.Length > 0);
        CheckNumber(paragraphs.TakeWhile(paragraph => paragraph != title), findings);
        CheckTitle(title, findings);
        CheckLevels(paragraphs, findings);
        foreach (var paragraph in paragraphs)
            findings.AddRange(TextRules.Find(paragraph.Text).Where(found => !IsNumber(paragraph.Text)).Select(found => Placed(found.Finding, paragraph, found.At)));
        return [.. findings.OrderBy(finding => finding.Page ?? 0).ThenBy(finding => finding.Line ?? 0)];
    }

    private static void CheckNumber(IEnumerable<PlacedParagraph> head, List<Finding> findings)
    {
        if (head.FirstOrDefault(paragraph => IsNumber(paragraph.Text)) is not { } number)
            findings.Add(ElementRules.Missing("发文字号", "7.2.5", FindingSeverity.Info, RuleStrength.Practice));
        else if (ElementRules.CheckNumber(number.Text) is { } finding)
            findings.Add(Placed(finding, number, 0));
    }

    private static void CheckTitle(PlacedParagraph? title, List<Finding> findings)
    {
        if (title is null)
        {
            findings.Add(ElementRules.Missing("标题", "7.3.1", FindingSeverity.Warning, RuleStrength.Normal));
            return;
        }

        findings.AddRange(ElementRules.CheckTitle(title.Text, null).Select(finding => Placed(finding, title, 0)));
    }

    // Each annex counts its levels for itself.
    private static void CheckLevels(IReadOnlyList<PlacedParagraph> paragraphs, List<Finding> findings)
    {
        var blocks = new List<BodyBlock>();
        for (var index = 0; index <= paragraphs.Count; index++)
        {
            if (index == paragraphs.Count || AnnexLabel().IsMatch(paragraphs[index].Text))
            {
                findings.AddRange(TextRules.CheckLevels(blocks).Select(finding => Placed(finding, paragraphs[finding.Line!.Value], 0)));
                blocks.Clear();
                continue;
            }

            var text = paragraphs[index].Text;
            blocks.Add(new Paragraph(index, AnnexEntry().IsMatch(text) ? HeadingLevel.None : BodyReader.LevelOf(text), 0, text));
            if (text.StartsWith("附件：", StringComparison.Ordinal))
                index = SkipAnnexList(paragraphs, index);
        }
    }

    private static int SkipAnnexList(IReadOnlyList<PlacedParagraph> paragraphs, int index)
    {
        while (index + 1 < paragraphs.Count && AnnexEntry().IsMatch(paragraphs[index + 1].Text))
            index++;
        return index;
    }

    private static Finding Placed(Finding finding, PlacedParagraph paragraph, int offset)
    {
        var (page, line) = paragraph.PlaceOf(offset);
        return finding with { Page = page, Line = line };
    }

    private static bool IsNumber(string text) => LooseNumber().IsMatch(text);

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{1,14}\s*[〔\[\(（【［]\s*\d{2,4}\s*[〕\]\)）】］]\s*第?\s*\d{1,5}\s*号$")]
    private static partial Regex LooseNumber();

    [GeneratedRegex(@"^附件\d{0,2}$")]
    private static partial Regex AnnexLabel();

    [GeneratedRegex(@"^\d{1,2}\.[^。]{1,60}$")]
    private static partial Regex AnnexEntry();
}
