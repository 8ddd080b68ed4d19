using System.Text.RegularExpressions;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Checking;

/// <summary>行文规则 of the 条例 that a text shows by itself, without any register.</summary>
internal static partial class ProcessRules
{
    private const string Article = "条例第十五条";

    /// <summary>The findings, each with the key of its place.</summary>
    public static IEnumerable<(int Place, Finding Finding)> Check(CheckedText text) => text.Kind switch
    {
        DocumentKind.Report => [.. Requests(text), .. OneRecipient(text), .. BothKinds(text)],
        DocumentKind.Request => [.. OneMatter(text), .. OneRecipient(text)],
        DocumentKind.Reply => Cited(text),
        _ => [],
    };

    private static IEnumerable<(int, Finding)> Requests(CheckedText text)
    {
        foreach (var (place, words) in text.Paragraphs)
        {
            if (Request().Match(words) is { Success: true } match)
                yield return (place, Of("P-10", FindingSeverity.Blocking, "报告不得夹带请示事项。", Article + "（四）", RuleStrength.Required, match.Value, "不含请示事项", "把文种改为“请示”，或删去请示的话，另行请示。"));
        }
    }

    private static IEnumerable<(int, Finding)> BothKinds(CheckedText text)
    {
        if (text.Title.EndsWith("请示报告", StringComparison.Ordinal))
            yield return (CheckedText.AtTitle, Of("P-31", FindingSeverity.Blocking, "没有“请示报告”这一文种。", "条例第八条", RuleStrength.Required, "请示报告", "请示或报告", "请求指示、批准的用“请示”，汇报工作的用“报告”。"));
    }

    private static IEnumerable<(int, Finding)> OneRecipient(CheckedText text)
    {
        var names = CheckedText.NamesIn(text.Recipients).ToList();
        if (names.Count > 1)
            yield return (CheckedText.AtRecipients, Of("P-05", FindingSeverity.Warning, "向上级机关行文，原则上主送一个上级机关。", Article + "（一）", RuleStrength.Normal, $"{names.Count}个主送机关", "1个主送机关", "只主送一个上级机关，需要时抄送其他上级机关。") with { Text = text.Recipients });
    }

    // The sentence that ends a request asks for the same matter again.
    private static IEnumerable<(int, Finding)> OneMatter(CheckedText text)
    {
        var asked = text.Paragraphs.Where(paragraph => !Closing().IsMatch(paragraph.Text)).ToList();
        var numbered = asked.Where(paragraph => BodyReader.LevelOf(paragraph.Text) is HeadingLevel.First or HeadingLevel.Second && Asking().IsMatch(paragraph.Text)).ToList();
        var further = numbered.Count > 1 ? numbered[1] : asked.FirstOrDefault(paragraph => Besides().IsMatch(paragraph.Text));
        if (further.Text is not null)
            yield return (further.Place, Of("P-09", FindingSeverity.Blocking, "请示应当一文一事，文中另有一件请示事项。", Article + "（四）", RuleStrength.Required, further.Text.Length <= 20 ? further.Text : further.Text[..20] + "…", "一文一事", "把另一件事另行请示。"));
    }

    private static IEnumerable<(int, Finding)> Cited(CheckedText text)
    {
        if (text.Paragraphs.Count > 0 && !text.Paragraphs.Take(2).Any(paragraph => Source().IsMatch(paragraph.Text)))
            yield return (text.Paragraphs[0].Place, Of("P-32", FindingSeverity.Blocking, "批复没有引用来文的标题和文号。", "条例第八条（十二）", RuleStrength.Required, "没有引用", "《……的请示》（×〔年份〕×号）收悉", "先引请示的标题，后括注其文号。"));
    }

    private static Finding Of(string rule, FindingSeverity severity, string message, string clause, string strength, string measured, string required, string fix) =>
        new(rule, severity, message) { Clause = clause, Strength = strength, Text = measured, Measured = measured, Required = required, Fix = fix };

    [GeneratedRegex("(?:妥否|当否|可否|是否妥当)[，,]?请|请(?:予以?)?(?:批示|批准|批复|审批|审定|核准)|恳请(?:批准|批复|拨付|解决|审批)|请求(?:批准|拨付|解决|审批)|请予(?:拨付|解决)")]
    private static partial Regex Request();

    [GeneratedRegex("^(?:以上|上述)?(?:请示|意见|事项)?[，,]?(?:妥否|当否|可否|是否妥当)")]
    private static partial Regex Closing();

    [GeneratedRegex("申请|请求|恳请|拟请|请(?:予以?)?(?:批准|同意|拨付|解决|增加|批复|审批)")]
    private static partial Regex Asking();

    [GeneratedRegex("(?:另外?|此外|同时)[，,]?(?:还|并|一并)?(?:申请|请求|恳请|拟请|请(?:予以?)?(?:批准|同意|拨付|解决|增加|批复|审批))")]
    private static partial Regex Besides();

    [GeneratedRegex(@"《[^》]*(?:请示|函|报告)》[^。]{0,4}[（(][^）)]*〔\d{4}〕\d+号[）)]")]
    private static partial Regex Source();
}
