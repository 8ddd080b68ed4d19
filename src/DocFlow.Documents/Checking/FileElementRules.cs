using System.Globalization;
using System.Text.RegularExpressions;

namespace DocFlow.Documents.Checking;

/// <summary>Rules on what a file's elements say: form of 份号 and 密级, 附件说明 against annexes, 签发人.</summary>
internal static partial class FileElementRules
{
    private const string EndMarks = "。，；、：.,;:";

    public static IEnumerable<Finding> Check(IReadOnlyList<FileParagraph> paragraphs) =>
        [.. Markings(paragraphs), .. Signers(paragraphs), .. AnnexNames(paragraphs), .. AnnexTitles(paragraphs)];

    private static IEnumerable<Finding> Markings(IReadOnlyList<FileParagraph> paragraphs)
    {
        var classified = paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Classification);
        var copyNumber = paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.CopyNumber);
        if (copyNumber is not null && copyNumber.Text.Length != 6)
            yield return At(RuleBook.Broken("G-20", "份号不是6位。", $"{copyNumber.Text.Length}位", "6位阿拉伯数字，如000017"), copyNumber);
        if (classified is not null && !ClassificationForm().IsMatch(classified.Text))
            yield return At(RuleBook.Broken("G-22", "密级和保密期限的写法不合规定。", classified.Text, "如 机密★3年"), classified);
        if (classified is not null && copyNumber is null && !paragraphs.Any(paragraph => paragraph.Role == FileRole.Number && LeadingCopyNumber().IsMatch(paragraph.Text)))
        {
            yield return At(new Finding("G-21", FindingSeverity.Blocking, "涉密公文应标注份号。")
            {
                Clause = "条例第九条", Strength = RuleStrength.Required, Measured = "无份号", Required = "6位份号", Fix = "补写“份号”，如 000017。",
            }, classified);
        }
    }

    private static IEnumerable<Finding> Signers(IReadOnlyList<FileParagraph> paragraphs)
    {
        var title = string.Concat(paragraphs.Where(paragraph => paragraph.Role == FileRole.Title).Select(paragraph => paragraph.Text));
        var number = paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Number);
        var isUpward = title.EndsWith("请示", StringComparison.Ordinal) || title.EndsWith("报告", StringComparison.Ordinal);
        if (isUpward && number is not null && !paragraphs.Any(paragraph => paragraph.Role == FileRole.Signers || paragraph.Role == FileRole.Number && paragraph.Text.Contains("签发人", StringComparison.Ordinal)))
            yield return At(RuleBook.Broken("G-32", "上行文应标注签发人姓名。", "无签发人", "签发人"), number);
    }

    private static IEnumerable<Finding> AnnexNames(IReadOnlyList<FileParagraph> paragraphs)
    {
        foreach (var entry in paragraphs.Where(paragraph => paragraph.Role == FileRole.AnnexList))
        {
            if (EndMarks.Contains(entry.Text[^1], StringComparison.Ordinal))
                yield return At(RuleBook.Broken("G-49", $"附件名称“{NameOf(entry.Text)}”之后不加标点。", entry.Text[^1..], "无标点"), entry);
            if (HalfWidthColon().IsMatch(entry.Text))
                yield return At(RuleBook.Broken("G-49", "“附件”之后不是全角冒号。", ":", "："), entry);
            if (LooseEntry().Match(entry.Text) is { Success: true } loose)
                yield return At(RuleBook.Broken("G-50", "附件顺序号不是“阿拉伯数字加小圆点”。", loose.Groups["number"].Value, loose.Groups["number"].Value.TrimEnd('、', '．', '，') + "."), entry);
        }
    }

    private static IEnumerable<Finding> AnnexTitles(IReadOnlyList<FileParagraph> paragraphs)
    {
        var names = paragraphs.Where(paragraph => paragraph.Role == FileRole.AnnexList).Select(paragraph => NameOf(paragraph.Text)).ToList();
        var labels = paragraphs.Where(paragraph => paragraph.Role == FileRole.AnnexLabel).ToList();
        if (labels.Count > 0 && names.Count == 0)
            yield return At(RuleBook.Broken("G-66", "有附件，正文之后没有附件说明。", "无附件说明", "“附件：”和附件名称"), labels[0]);
        for (var index = 0; index < labels.Count && names.Count > 0; index++)
        {
            var number = LabelNumber().Match(labels[index].Text) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 1;
            var rows = paragraphs.SkipWhile(paragraph => paragraph != labels[index]).Skip(1).SkipWhile(paragraph => paragraph.Text.Length == 0).TakeWhile(paragraph => paragraph.Role == FileRole.AnnexTitle).ToList();
            if (rows.Count == 0)
                continue;
            var title = Plain(string.Concat(rows.Select(row => row.Text)));
            if (number > names.Count)
                yield return At(RuleBook.Broken("G-66", $"附件说明里没有第{number}个附件。", title, "列入附件说明"), labels[index]);
            // Of a name that goes on in another row only its first is known in a PDF.
            else if (Plain(names[number - 1]) is var name && title != name && !(title.StartsWith(name, StringComparison.Ordinal) && rows[0].Rows[0].Page is not null))
                yield return At(RuleBook.Broken("G-66", "附件标题与附件说明不一致。", title, names[number - 1]) with { Text = title }, rows[0]);
        }
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('。', '；', '，');

    private static string NameOf(string entry) => EntryStart().Replace(entry, "").TrimEnd('。', '；', '，', '.');

    private static Finding At(Finding finding, FileParagraph paragraph)
    {
        var (page, line) = paragraph.PlaceOf(0);
        return finding with { Page = page, Line = line, Text = finding.Text ?? paragraph.Text };
    }

    [GeneratedRegex(@"^(?:绝密|机密|秘密)(?:★(?:\d{1,2}(?:年|个月|天)|长期))?$")]
    private static partial Regex ClassificationForm();

    [GeneratedRegex(@"^\d{6}\s")]
    private static partial Regex LeadingCopyNumber();

    [GeneratedRegex(@"^附\s*件\s*:")]
    private static partial Regex HalfWidthColon();

    [GeneratedRegex(@"^(?:附\s*件\s*[：:]\s*)?(?<number>\d{1,2}[、．，])")]
    private static partial Regex LooseEntry();

    [GeneratedRegex(@"\d{1,2}(?=[：:]?$)")]
    private static partial Regex LabelNumber();

    [GeneratedRegex(@"^(?:附\s*件\s*[：:]\s*)?(?:\d{1,2}[.．、]\s*)?")]
    private static partial Regex EntryStart();
}
