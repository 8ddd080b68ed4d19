using System.Globalization;
using System.Text.RegularExpressions;

namespace DocFlow.Office.Replies;

/// <summary>Whether a letter asks for an answer, and by when: 盼复, 请予函复, 请于12月10日前函复. “特此函复” answers itself.</summary>
internal static partial class ReplyRequest
{
    // A day that lies so far back is next year's.
    private const int LongAgoDays = 60;

    /// <param name="sourceText">The letter (*.gw.txt).</param>
    public static bool Asks(string sourceText) => Request().IsMatch(sourceText);

    /// <summary>The day that the request names; null for none.</summary>
    /// <param name="sent">The day on which it is sent: a day and month mean those that come next.</param>
    public static DateOnly? Day(string sourceText, DateOnly sent)
    {
        if (Dated().Match(sourceText) is not { Success: true } found)
            return null;
        var year = found.Groups["year"] is { Success: true } given ? int.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : sent.Year;
        var (month, day) = (int.Parse(found.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(found.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var named = new DateOnly(year, month, day);
        return found.Groups["year"].Success || named >= sent.AddDays(-LongAgoDays) ? named : named.AddYears(1);
    }

    [GeneratedRegex("(?<!特此)(?<!现将有关情况)函复(?!如下)|盼复|(请|望|希).{0,16}(复函|回复|答复|函告|反馈)")]
    private static partial Regex Request();

    [GeneratedRegex("((?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(17:30)?[以之]?前.{0,12}(函复|复函|回复|答复|函告|反馈)")]
    private static partial Regex Dated();
}
