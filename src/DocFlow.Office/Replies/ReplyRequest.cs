using System.Globalization;
using System.Text.RegularExpressions;

namespace DocFlow.Office.Replies;

/// <summary>Whether a letter asks for an answer, and by when: 盼复, 请函复, 请于12月10日前函复. A letter that is an answer itself (复函, 特此函复) asks for none.</summary>
internal static partial class ReplyRequest
{
    private const string Answer = "复函";

    // A day that has passed is next year's only where that is soon: in December, 1月8日.
    private const int SoonDays = 180;

    public static bool Asks(string title, string body) => !title.EndsWith(Answer, StringComparison.Ordinal) && !Answering().IsMatch(body) && Request().IsMatch(body);

    /// <summary>The day that the request names; null for none, or one that has passed.</summary>
    /// <param name="sent">The day on which it is sent: a day and month mean those that come next.</param>
    public static DateOnly? Day(string body, DateOnly sent)
    {
        if (Dated().Match(body) is not { Success: true } found)
            return null;
        var year = found.Groups["year"] is { Success: true } given ? int.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : sent.Year;
        var (month, day) = (int.Parse(found.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(found.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var named = new DateOnly(year, month, day);
        if (named >= sent)
            return named;
        var next = named.AddYears(1);
        return !found.Groups["year"].Success && next <= sent.AddDays(SoonDays) ? next : null;
    }

    [GeneratedRegex("(现|专此|特此|谨此)[^。；\n]{0,12}(函复|复函|答复|回复)")]
    private static partial Regex Answering();

    [GeneratedRegex("盼复|请复|请函复|(?<![申商邀提])请(?!示)[^。；》\n]{0,40}(函复|复函|回复|答复|函告|反馈|见复|并复)|望[^。；》\n]{0,20}(函复|复函|回复|答复)")]
    private static partial Regex Request();

    [GeneratedRegex("((?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(（[^）\n]{1,8}）)?(下班|[0-9]{1,2}[:：][0-9]{2})?[以之]?前[^。；\n]{0,40}(函复|复函|回复|答复|函告|反馈|见复)")]
    private static partial Regex Dated();
}
