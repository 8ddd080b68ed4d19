using System.Text.RegularExpressions;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>Rules on single elements, of a source or as read from a file.</summary>
internal static partial class ElementRules
{
    private const string EndMarks = "。，；、：！？.,;:!?";

    // Published to all, or named by the meeting.
    private static readonly DocumentKind[] WithoutSubject = [DocumentKind.Announcement, DocumentKind.PublicNotice, DocumentKind.Communique, DocumentKind.Minutes];

    /// <summary>G-29: the document number's form.</summary>
    public static Finding? CheckNumber(string number) => DocumentNumber().IsMatch(number)
        ? null
        : new Finding("G-29", FindingSeverity.Blocking, $"发文字号“{number}”的写法不合规定。")
        {
            Clause = "7.2.5", Strength = RuleStrength.Required, Text = number, Measured = number, Required = "代字〔年份〕序号号，如 云办发〔2026〕37号",
            Fix = "用六角括号〔〕括全年份，序号不编虚位、不加“第”。",
        };

    /// <summary>G-43: 机关 + 关于 + 事由 + 的 + 文种, without end mark.</summary>
    /// <param name="kind">The document's kind; null when any kind will do.</param>
    public static IEnumerable<Finding> CheckTitle(string title, DocumentKind? kind)
    {
        var hasEndMark = EndMarks.Contains(title[^1]);
        var kinds = kind is { } known ? [ChineseNames.Of(known)] : Enum.GetValues<DocumentKind>().Select(ChineseNames.Of).ToArray();
        var example = kinds.Length == 1 ? kinds[0] : "通知";
        if (!hasEndMark && !kinds.Any(name => title.EndsWith(name, StringComparison.Ordinal)))
            yield return Title(title, kinds.Length == 1 ? $"标题应以文种“{example}”结尾。" : "标题应以文种（如通知、意见、决定）结尾。", $"……的{example}");
        if (!title.Contains("关于", StringComparison.Ordinal) && !WithoutSubject.Any(name => title.EndsWith(ChineseNames.Of(name), StringComparison.Ordinal)))
            yield return Title(title, "标题应写明“关于”何事。", $"发文机关 + 关于 + 事由 + 的 + {example}");
        if (hasEndMark)
            yield return Title(title, "标题末尾不加标点。", "无标点");
    }

    /// <summary>T-01: an element that every document has is absent.</summary>
    public static Finding Missing(string element, string clause, FindingSeverity severity, string strength) =>
        new("T-01", severity, $"没有要素“{element}”。") { Clause = clause, Strength = strength, Required = element, Fix = $"补写“{element}”；如确不需要，可不理会。" };

    private static Finding Title(string title, string message, string required) =>
        new("G-43", FindingSeverity.Blocking, message)
        {
            Clause = "7.3.1", Strength = RuleStrength.Required, Text = title, Measured = title, Required = required, Fix = "修改标题。",
        };

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{1,12}〔(19|20)\d{2}〕[1-9]\d*号$")]
    private static partial Regex DocumentNumber();
}
