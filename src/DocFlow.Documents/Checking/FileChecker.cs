using System.Text.RegularExpressions;
using DocFlow.Documents.Checking.PdfFiles;
using DocFlow.Documents.Checking.WordFiles;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Checking;

/// <summary>Checks a .docx or .pdf, wherever it came from: what it says, and how it looks as far as it tells.</summary>
public static partial class FileChecker
{
    /// <summary>The findings with their paragraph's number as line, and the page where the file knows it.</summary>
    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static IReadOnlyList<Finding> CheckWord(string path)
    {
        using var file = File.OpenRead(path);
        return CheckWord(file);
    }

    /// <inheritdoc cref="CheckWord(string)"/>
    /// <param name="file">Seekable; left open.</param>
    public static IReadOnlyList<Finding> CheckWord(Stream file) => CheckWord(WordFileReader.Read(file));

    /// <summary>The findings with their page and row.</summary>
    /// <exception cref="UnreadableFileException">Not a PDF, encrypted, too long, or without a text layer.</exception>
    public static IReadOnlyList<Finding> CheckPdf(string path) => CheckPdf(File.ReadAllBytes(path));

    /// <inheritdoc cref="CheckPdf(string)"/>
    public static IReadOnlyList<Finding> CheckPdf(byte[] content, CancellationToken cancellationToken = default) => CheckPdf(PdfFileReader.Read(content, cancellationToken));

    /// <inheritdoc cref="CheckWord(WordFile)"/>
    internal static IReadOnlyList<Finding> CheckPdf(PdfFile file) => Ordered([.. Texts(file.Paragraphs, FileTables.Of(file)), .. PdfChecks.Of(file)]);

    /// <summary>The findings of a file that was read already.</summary>
    internal static IReadOnlyList<Finding> CheckWord(WordFile file)
    {
        RoleFinder.Find(file.Paragraphs);
        return Ordered([.. Texts(file.Paragraphs, FileTables.Of(file)), .. WordChecks.Of(file)]);
    }

    private static List<Finding> Ordered(IEnumerable<Finding> findings) => [.. findings.OrderBy(finding => finding.Page ?? 0).ThenBy(finding => finding.Line ?? 0)];

    private static List<Finding> Texts(IReadOnlyList<FileParagraph> paragraphs, IReadOnlyList<IReadOnlyList<(int Place, IReadOnlyList<string> Cells)>> tables)
    {
        var findings = new List<Finding>();
        CheckNumber(paragraphs, findings);
        CheckTitle(paragraphs, findings);
        CheckLevels(paragraphs, findings);
        findings.AddRange(FileElementRules.Check(paragraphs));
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Role != FileRole.Number))
            findings.AddRange(TextRules.Find(paragraph.Text).Select(found => Placed(found.Finding, paragraph, found.At)));
        var text = CheckedText.Of(paragraphs, tables);
        foreach (var (place, finding) in (IEnumerable<(int, Finding)>)[.. ProcessRules.Check(text), .. AgreementRules.Check(text)])
        {
            var paragraph = place switch
            {
                CheckedText.AtTitle => paragraphs.First(paragraph => paragraph.Role == FileRole.Title),
                CheckedText.AtRecipients => paragraphs.First(paragraph => paragraph.Role == FileRole.Recipients),
                CheckedText.AtCopies => paragraphs.First(paragraph => paragraph.Role == FileRole.Copies),
                _ => paragraphs[place],
            };
            findings.Add(Placed(finding, paragraph, Math.Max(0, paragraph.Text.IndexOf(finding.Text ?? "", StringComparison.Ordinal))));
        }

        return findings;
    }

    private static void CheckNumber(IReadOnlyList<FileParagraph> paragraphs, List<Finding> findings)
    {
        if (paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Number) is not { } row || DraftNumber().IsMatch(row.Text))
            findings.Add(ElementRules.Missing("发文字号", "7.2.5", FindingSeverity.Info, RuleStrength.Practice));
        else if (ElementRules.CheckNumber(RoleWords.NumberIn(row.Text)!) is { } finding)
            findings.Add(Placed(finding, row, 0));
    }

    private static void CheckTitle(IReadOnlyList<FileParagraph> paragraphs, List<Finding> findings)
    {
        var title = paragraphs.Where(paragraph => paragraph.Role == FileRole.Title).ToList();
        if (title.Count > 0)
            findings.AddRange(ElementRules.CheckTitle(string.Concat(title.Select(row => row.Text)), null).Select(finding => Placed(finding, title[0], 0)));
        else if (!paragraphs.Any(paragraph => paragraph.Role == FileRole.Mark && paragraph.Text.EndsWith('令')))
            findings.Add(ElementRules.Missing("标题", "7.3.1", FindingSeverity.Warning, RuleStrength.Normal));
    }

    // Each annex counts its levels for itself.
    private static void CheckLevels(IReadOnlyList<FileParagraph> paragraphs, List<Finding> findings)
    {
        var blocks = new List<BodyBlock>();
        for (var index = 0; index <= paragraphs.Count; index++)
        {
            if (index == paragraphs.Count || RoleWords.IsAnnexLabel(paragraphs[index].Text))
            {
                findings.AddRange(TextRules.CheckLevels(blocks).Select(finding => Placed(finding, paragraphs[finding.Line!.Value], 0)));
                blocks.Clear();
                continue;
            }

            var text = paragraphs[index].Text;
            if (paragraphs[index] is { Role: FileRole.Body or FileRole.AnnexBody, IsInTable: false })
                blocks.Add(new Paragraph(index, BodyReader.LevelOf(text), 0, text));
        }
    }

    private static Finding Placed(Finding finding, FileParagraph paragraph, int offset)
    {
        var (page, line) = paragraph.PlaceOf(offset);
        return finding with { Page = page, Line = line };
    }

    // A draft keeps the number's place.
    [GeneratedRegex(@"〕\s*号")]
    private static partial Regex DraftNumber();
}
