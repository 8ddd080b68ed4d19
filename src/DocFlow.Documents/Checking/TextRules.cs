using System.Globalization;
using System.Text.RegularExpressions;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>Rules on running text: levels, numbers of documents cited, dates, punctuation, digits.</summary>
internal static partial class TextRules
{
    private const string NoText = "此页无正文";
    private const string Digits = "一二三四五六七八九十";

    /// <summary>G-47 and G-48: forms of the markers, no level skipped, consecutive numbers.</summary>
    public static IEnumerable<Finding> CheckLevels(IReadOnlyList<BodyBlock> blocks)
    {
        var counters = new int[5];
        var deepest = 0;
        foreach (var paragraph in blocks.OfType<Paragraph>())
        {
            if (LooseFirst().Match(paragraph.Text) is { Success: true } loose)
            {
                yield return new Finding("G-47", FindingSeverity.Info, $"层次序号“{loose.Value}”不是规定写法。")
                {
                    Clause = "7.3.3", Strength = RuleStrength.May, Line = paragraph.SourceLine, Text = loose.Value, Measured = loose.Value, Required = "一、（一）1.（1）", Fix = "改为“一、”“（一）”“1.”或“（1）”。",
                };
            }

            if (paragraph.Level == HeadingLevel.None)
                continue;
            var level = (int)paragraph.Level;
            if (level > deepest + 1 && !(level == 3 && deepest == 1))
                yield return Level(paragraph, $"“{Marker(paragraph)}”之前缺少上一层次。", "层次依次为 一、（一）1.（1）");
            var number = NumberOf(paragraph);
            if (number != counters[level] + 1)
                yield return Level(paragraph, $"序号不连续：此处是“{Marker(paragraph)}”，前一个同层序号是第{counters[level]}个。", $"第{counters[level] + 1}个");
            counters[level] = number;
            Array.Clear(counters, level + 1, counters.Length - level - 1);
            deepest = level;
        }
    }

    /// <summary>G-29 in citations, G-51, G-61, G-93, G-94, with the line given.</summary>
    public static IEnumerable<Finding> CheckText(string text, int line) => Find(text).Select(found => found.Finding with { Line = line });

    /// <summary>The same findings with their offset in the text.</summary>
    public static IEnumerable<(int At, Finding Finding)> Find(string text)
    {
        foreach (Match match in WrongCitation().Matches(text))
            yield return (match.Index, Of("G-29", "7.2.5", RuleStrength.Required, match.Value, $"文号“{match.Value}”的写法不合规定。", "如 云办发〔2026〕37号", "用六角括号〔〕括全年份，序号不编虚位、不加“第”。"));
        foreach (Match match in Date().Matches(text))
        {
            if (match.Groups["month"].Value.StartsWith('0') || match.Groups["day"].Value.StartsWith('0'))
                yield return (match.Index, Of("G-51", "7.3.5.4", RuleStrength.Required, match.Value, $"日期“{match.Value}”不编虚位。", "如 2026年1月5日", "去掉月、日前的0。"));
            else if (!DateOnly.TryParseExact(match.Value, "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                yield return (match.Index, Of("G-51", "7.3.5.4", RuleStrength.Required, match.Value, $"没有“{match.Value}”这一天。", "日历上有的日期", "改正日期。"));
        }

        for (var at = text.IndexOf(NoText, StringComparison.Ordinal); at >= 0; at = text.IndexOf(NoText, at + 1, StringComparison.Ordinal))
            yield return (at, Of("G-61", "7.3.5.5", RuleStrength.Practice, NoText, "不得写“此页无正文”。", "无此字样", "删去；系统会让落款与正文同页。", FindingSeverity.Blocking));
        foreach (Match match in HalfWidthPunctuation().Matches(text))
            yield return (match.Index, Of("G-93", "9", RuleStrength.Required, match.Value, $"中文之间用了半角标点“{match.Value[1]}”。", "全角标点", "改为全角标点。"));
        foreach (Match match in HalfWidthEnd().Matches(text))
            yield return (match.Index, Of("G-93", "9", RuleStrength.Required, match.Value, $"句末用了半角标点“{match.Value[^1]}”。", "全角标点", "改为全角标点。"));
        foreach (Match match in StraightQuotes().Matches(text))
            yield return (match.Index, Of("G-93", "9", RuleStrength.Required, match.Value, "引号应为中文引号“”。", "中文引号“”", "改为中文引号。"));
        foreach (Match match in Doubled().Matches(text))
            yield return (match.Index, Of("G-93", "9（GB/T 15834）", RuleStrength.Normal, match.Value, $"标点“{match.Value}”重复。", "一个标点；省略号写作“……”", "删去重复的标点。"));
        foreach (Match match in NeedlessComma().Matches(text))
            yield return (match.Index, Of("G-93", "9（GB/T 15834 4.5）", RuleStrength.Practice, match.Value, "并列的引号、书名号之间通常不用顿号。", "不用顿号", "删去顿号。"));
        foreach (Match match in LoosePercent().Matches(text))
            yield return (match.Index, Of("G-94", "9（GB/T 15835）", RuleStrength.Normal, match.Value, "百分数的范围，前一个数也要写百分号。", "如 63%～68%", "补写百分号。"));
        foreach (Match match in ChineseDate().Matches(text))
            yield return (match.Index, Of("G-94", "9（GB/T 15835）", RuleStrength.Normal, match.Value, $"日期“{match.Value}”应用阿拉伯数字。", "如 2026年12月4日", "改用阿拉伯数字。"));
        foreach (Match match in FullWidthDigits().Matches(text))
            yield return (match.Index, Of("G-94", "9", RuleStrength.Required, match.Value, $"数字“{match.Value}”应为半角。", "半角数字", "改为半角数字。"));
        foreach (Match match in ShortYear().Matches(text))
            yield return (match.Index, Of("G-94", "9", RuleStrength.Required, match.Value, $"年份“{match.Value}”应写全四位。", "如 2026年", "写全年份。"));
    }

    private static Finding Of(string rule, string clause, string strength, string text, string message, string required, string fix, FindingSeverity? severity = null) =>
        new(rule, severity ?? RuleStrength.SeverityOf(strength), message)
        {
            Clause = clause, Strength = strength, Text = text, Measured = text, Required = required, Fix = fix,
        };

    private static Finding Level(Paragraph paragraph, string message, string required) =>
        Of("G-48", "7.3.3", RuleStrength.Practice, Marker(paragraph), message, required, "调整层次序号。") with { Line = paragraph.SourceLine };

    private static string Marker(Paragraph paragraph) => AnyMarker().Match(paragraph.Text).Value;

    private static int NumberOf(Paragraph paragraph)
    {
        var digits = Marker(paragraph).Trim('（', '）', '、', '.');
        return int.TryParse(digits, out var arabic) ? arabic : ChineseNumber(digits);
    }

    // Up to 99: 十一, 二十, 二十一.
    private static int ChineseNumber(string digits)
    {
        var ten = digits.IndexOf('十');
        if (ten < 0)
            return Digits.IndexOf(digits[0]) + 1;
        var tens = ten == 0 ? 1 : Digits.IndexOf(digits[0]) + 1;
        return tens * 10 + (ten + 1 < digits.Length ? Digits.IndexOf(digits[ten + 1]) + 1 : 0);
    }

    [GeneratedRegex(@"^(?:（[一二三四五六七八九十]{1,4}）|[一二三四五六七八九十]{1,4}、|（\d{1,3}）|\d{1,3}\.)")]
    private static partial Regex AnyMarker();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,4}[.．:：]|\d{1,3}、|[①-⑳])")]
    private static partial Regex LooseFirst();

    [GeneratedRegex(@"[\u4e00-\u9fa5]{1,8}(?:[\[\(（【［](?:19|20)\d{2}[\]\)）】］]第?\d{1,5}号|〔(?:19|20)\d{2}〕(?:第\d{1,5}|0\d{0,4})号|〔\d{2}〕第?\d{1,5}号)")]
    private static partial Regex WrongCitation();

    [GeneratedRegex(@"(?<!\d)\d{4}年(?<month>\d{1,2})月(?<day>\d{1,2})日")]
    private static partial Regex Date();

    [GeneratedRegex(@"[\u4e00-\u9fa5”》][,;:?!()][\u4e00-\u9fa5“《]")]
    private static partial Regex HalfWidthPunctuation();

    [GeneratedRegex("[０-９]+")]
    private static partial Regex FullWidthDigits();

    // Not the minutes of an hour that a table's next cell follows: 16:00年度工作会议.
    [GeneratedRegex(@"(?<![\d:：])\d{2}年(?=\d{1,2}月|度|底|初)")]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"[\u4e00-\u9fa5”》）][,;:?!.]$")]
    private static partial Regex HalfWidthEnd();

    [GeneratedRegex("\"[^\"]{0,40}[\u4e00-\u9fa5][^\"]{0,40}\"")]
    private static partial Regex StraightQuotes();

    [GeneratedRegex("([，。；：、])\\1+")]
    private static partial Regex Doubled();

    [GeneratedRegex("》、《|”、“")]
    private static partial Regex NeedlessComma();

    [GeneratedRegex(@"(?<![\d.%])\d+(?:\.\d+)?(?:～|~|—|至)\d+(?:\.\d+)?%")]
    private static partial Regex LoosePercent();

    [GeneratedRegex("[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")]
    private static partial Regex ChineseDate();
}
