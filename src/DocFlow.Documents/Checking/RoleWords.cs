using System.Text.RegularExpressions;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>The words that elements are known by.</summary>
internal static partial class RoleWords
{
    private const string NumberPattern = @"[\u4e00-\u9fa5]{0,14}\s*[〔\[\(（【［]\s*\d{2,4}\s*[〕\]\)）】］]\s*第?\s*\d{0,5}\s*号";

    private static readonly string[] Kinds = [.. Enum.GetValues<DocumentKind>().Select(ChineseNames.Of)];

    /// <summary>The document number in a row that may hold 份号 before it or 签发人 after it; null in other rows.</summary>
    public static string? NumberIn(string text) => NumberRow().Match(text) is { Success: true } match ? match.Groups["number"].Value : null;

    public static bool IsNumber(string text) => NumberIn(text) is not null;

    public static bool NamesKind(string text) => Kinds.Any(kind => text.TrimEnd('。', '！', '.', ' ').EndsWith(kind, StringComparison.Ordinal));

    public static bool IsAnnexEntry(string text) => AnnexEntry().IsMatch(text);

    public static bool IsAnnexLabel(string text) => AnnexLabel().IsMatch(text);

    [GeneratedRegex(@"^(?:(?:\d{5,7}|(?:绝密|机密|秘密)\S*|特急|加急)\s+)?(?<number>" + NumberPattern + @")(?:\s*签发人.*|(?:\s+[\u4e00-\u9fa5]{2,4}){1,2})?$")]
    private static partial Regex NumberRow();

    [GeneratedRegex(@"^\d{3,8}$")]
    public static partial Regex CopyNumber();

    [GeneratedRegex(@"^(?:绝密|机密|秘密)(?:[★☆*＊].{0,6}|\d{0,2}年?)?$")]
    public static partial Regex Classification();

    [GeneratedRegex("^(?:特急|加急|特提|平急)$")]
    public static partial Regex Urgency();

    [GeneratedRegex("^签发人")]
    public static partial Regex Signers();

    [GeneratedRegex(@"^第\s*[\d一二三四五六七八九十百]{1,6}\s*号$")]
    public static partial Regex OrderNumber();

    [GeneratedRegex(@"^(?:\d{4}|[二〇○零一三四五六七八九]{4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日$")]
    public static partial Regex Date();

    /// <summary>A date, with the meeting or not, in round brackets.</summary>
    [GeneratedRegex(@"^[（(][^（）()]{0,60}(?:\d{4}|[二〇○零一三四五六七八九]{4})\s*年.{1,80}[）)]$")]
    public static partial Regex Caption();

    [GeneratedRegex(@"^(?:" + NumberPattern + @"\s*)?附件\s*\d{0,2}\s*[：:]?$")]
    private static partial Regex AnnexLabel();

    [GeneratedRegex(@"^附\s*件\s*[：:]\s*\S")]
    public static partial Regex AnnexList();

    /// <summary>What stands before an annex's name: the word, the colon, its number.</summary>
    [GeneratedRegex(@"^(?:附\s*件\s*[：:]\s*)?(?:\d{1,2}[.．、]\s*)?")]
    public static partial Regex AnnexEntryStart();

    [GeneratedRegex(@"^\d{1,2}[.．、][^。]{1,60}[。；，]?$")]
    private static partial Regex AnnexEntry();

    [GeneratedRegex(@"^(?:抄送|主送|抄报|分送)\s*[：:]")]
    public static partial Regex Copies();

    [GeneratedRegex(@"\d{1,2}月\d{1,2}日\s*印发$|印发\s*\d{4}年\d{1,2}月\d{1,2}日$")]
    public static partial Regex Issue();

    [GeneratedRegex("^(?:出席|请假|列席)[：:]")]
    public static partial Regex Attendance();

    [GeneratedRegex("^[（(].+[）)]$")]
    public static partial Regex Note();

    [GeneratedRegex("(?:文件|命令|令|纪要|公报|公告|通告)$")]
    public static partial Regex Mark();
}
