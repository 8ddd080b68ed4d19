using Ical.Net.CalendarComponents;

namespace DocFlow.Office.Time;

/// <summary>
/// Days off and worked weekends of an iCalendar file as calendars of Chinese holidays are published: whole-day events named “…（休）” and
/// “…（班）”, or marked by X-APPLE-SPECIAL-DAY. Other events are left out.
/// </summary>
internal sealed record HolidayFeed(IReadOnlySet<DateOnly> Holidays, IReadOnlySet<DateOnly> WorkedWeekends, IReadOnlyList<string> LeftOut)
{
    private const int MostText = 1_000_000;
    private const int MostEvents = 5_000;
    private const int MostDays = 60;
    private const string SpecialDay = "X-APPLE-SPECIAL-DAY";

    /// <summary>The years that it is about. A feed of one year often holds a few days of its neighbours, such as a worked Saturday before New Year's Day.</summary>
    public IReadOnlyList<int> Years
    {
        get
        {
            var counts = Holidays.Concat(WorkedWeekends).CountBy(day => day.Year).ToList();
            var fullest = counts.Max(count => count.Value);
            return [.. counts.Where(count => count.Value * 2 >= fullest).Select(count => count.Key).Order()];
        }
    }

    /// <summary>Single days that it names in other years.</summary>
    public IReadOnlyList<DateOnly> OtherDays
    {
        get
        {
            var years = Years;
            return [.. Holidays.Concat(WorkedWeekends).Where(day => !years.Contains(day.Year)).Order()];
        }
    }

    /// <exception cref="RefusalException">It isn't an iCalendar file, is too large, names no day, or calls one day off and worked.</exception>
    public static HolidayFeed Read(string text)
    {
        if (text.Length > MostText)
            throw RefusalException.Invalid("日历文件超过1兆，不像是节假日日历，没有导入。");
        var events = Load(text);
        if (events.Count > MostEvents)
            throw RefusalException.Invalid($"日历文件有{events.Count}个日程，最多{MostEvents}个，没有导入。");

        var (off, worked, leftOut) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new List<string>());
        foreach (var entry in events)
        {
            if (KindOf(entry) is { } isOff && DaysOf(entry) is { } days)
                (isOff ? off : worked).UnionWith(days);
            else
                leftOut.Add(entry.Summary ?? "（无标题）");
        }

        if (off.Count + worked.Count == 0)
            throw RefusalException.Invalid("日历文件里没有标明“休”或“班”的全天日程，没有导入。");
        if (off.Intersect(worked).Order().ToList() is { Count: > 0 } both)
            throw RefusalException.Invalid($"日历文件自相矛盾：{string.Join('、', both.Select(day => $"{day.Year}年{day.Month}月{day.Day}日"))}既标为休又标为班，没有导入。");
        return new HolidayFeed(off, worked, leftOut);
    }

    private static List<CalendarEvent> Load(string text)
    {
        try
        {
            return Ical.Net.Calendar.Load(text)?.Events.ToList() ?? [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser throws whatever its input led to.
            throw RefusalException.Invalid("这不是有效的 iCalendar（.ics）文件，没有导入。");
        }
    }

    // True for a day off, false for a worked one, null when it says neither.
    private static bool? KindOf(CalendarEvent entry)
    {
        var mark = entry.Properties[SpecialDay]?.Value?.ToString();
        var name = (entry.Summary ?? "").Trim().TrimEnd('）', ')', ' ');
        return mark switch
        {
            "WORK-HOLIDAY" => true,
            "ALTERNATE-WORKDAY" => false,
            _ when name.EndsWith('休') => true,
            _ when name.EndsWith('班') => false,
            _ => null,
        };
    }

    // The end of a whole-day event is the day after its last one.
    private static List<DateOnly>? DaysOf(CalendarEvent entry)
    {
        if (entry.DtStart is not { HasTime: false } start)
            return null;
        var end = entry.DtEnd is { HasTime: false } given && given.Date > start.Date ? given.Date : start.Date.AddDays(1);
        var count = end.DayNumber - start.Date.DayNumber;
        return count > MostDays ? null : [.. Enumerable.Range(0, count).Select(start.Date.AddDays)];
    }
}
