using System.Text.RegularExpressions;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>Checks what a document says: its elements and the forms of numbers, dates, titles and levels.</summary>
public static partial class DocumentChecker
{
    /// <summary>All findings, elements first, then the text from top to bottom.</summary>
    public static IReadOnlyList<Finding> Check(OfficialDocument document)
    {
        var findings = new List<Finding>();
        CheckElements(document, findings);
        CheckTitle(document, findings);
        findings.AddRange(TextRules.CheckLevels(document.Body));
        foreach (var annex in document.Annexes)
            findings.AddRange(TextRules.CheckLevels(annex.Body));
        foreach (var (line, text) in Texts(document))
            findings.AddRange(TextRules.CheckText(text, line));
        return findings;
    }

    private static void CheckElements(OfficialDocument document, List<Finding> findings)
    {
        if (document.Number is { } number && !DocumentNumber().IsMatch(number))
        {
            findings.Add(new Finding("G-29", FindingSeverity.Blocking, $"发文字号“{number}”的写法不合规定。")
            {
                Clause = "7.2.5", Strength = RuleStrength.Required, Text = number, Measured = number, Required = "代字〔年份〕序号号，如 云办发〔2026〕37号",
                Fix = "用六角括号〔〕括全年份，序号不编虚位、不加“第”。",
            });
        }

        if (document.Recipients.IsEmpty && document.Direction is DocumentDirection.Down or DocumentDirection.Up)
            findings.Add(Missing("主送", "7.3.2", FindingSeverity.Warning, RuleStrength.Normal));
        if (document.Body.Count == 0)
            findings.Add(Missing("正文", "7.3.3", FindingSeverity.Blocking, RuleStrength.Required));
        if (document.PrintedBy is null || document.PrintedOn is null)
            findings.Add(Missing("印发机关和印发日期", "7.4.3", FindingSeverity.Info, RuleStrength.Practice));
        if (document.Date is null)
            findings.Add(Missing("成文日期", "7.3.5.4", FindingSeverity.Info, RuleStrength.Practice));
        foreach (var annex in document.Annexes.Where(annex => annex.Title.Length > 0 && "。，；、：".Contains(annex.Title[^1])))
        {
            findings.Add(new Finding("G-49", FindingSeverity.Blocking, $"附件名称“{annex.Title}”之后不加标点。")
            {
                Clause = "7.3.4", Strength = RuleStrength.Required, Text = annex.Title, Fix = "删去末尾的标点。",
            });
        }
    }

    private static Finding Missing(string element, string clause, FindingSeverity severity, string strength) =>
        new("G-E", severity, $"没有要素“{element}”。") { Clause = clause, Strength = strength, Fix = $"补写“{element}”；如确不需要，可不理会。" };

    private static void CheckTitle(OfficialDocument document, List<Finding> findings)
    {
        var title = document.Title.Replace("/", "", StringComparison.Ordinal);
        var kind = ChineseNames.Of(document.Kind);
        if (title.Length == 0)
            return;
        var hasEndMark = "。，；、：！？".Contains(title[^1]);
        if (!hasEndMark && !title.EndsWith(kind, StringComparison.Ordinal))
            findings.Add(Title(title, $"标题应以文种“{kind}”结尾。", $"……的{kind}"));
        if (!title.Contains("关于", StringComparison.Ordinal))
            findings.Add(Title(title, "标题应写明“关于”何事。", $"发文机关 + 关于 + 事由 + 的 + {kind}"));
        if (hasEndMark)
            findings.Add(Title(title, "标题末尾不加标点。", "无标点"));
    }

    private static Finding Title(string title, string message, string required) =>
        new("G-43", FindingSeverity.Blocking, message)
        {
            Clause = "7.3.1", Strength = RuleStrength.Required, Text = title, Measured = title, Required = required, Fix = "修改标题。",
        };

    private static IEnumerable<(int Line, string Text)> Texts(OfficialDocument document)
    {
        foreach (var block in document.Body.Concat(document.Annexes.SelectMany(annex => annex.Body)))
        {
            if (block is Paragraph paragraph)
                yield return (paragraph.SourceLine, paragraph.Text);
            if (block is SimpleTable table)
            {
                foreach (var cell in table.Rows.SelectMany(row => row))
                    yield return (table.SourceLine, cell);
            }
        }
    }

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{1,12}〔(19|20)\d{2}〕[1-9]\d*号$")]
    internal static partial Regex DocumentNumber();
}
