using DocFlow.Office.Events;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>The working calendar as administrators keep it. Days of 2026 are those of the State Council's notice of 2025-11-04.</summary>
public sealed class CalendarDeskTests : IAsyncLifetime
{
    private const string Feed = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//holidays//CN
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20270101
        DTEND;VALUE=DATE:20270104
        SUMMARY:元旦（休）
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20270206
        SUMMARY:春节
        X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART:20270301T090000
        DTEND:20270301T100000
        SUMMARY:例会
        END:VEVENT
        END:VCALENDAR
        """;

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    public async Task An_office_that_set_no_calendar_has_the_published_one(string day, bool isWorked)
    {
        await _office.ActAsync<IOfficeData>(data => data.Settings.Where(row => row.Key == CalendarSetting.Key).ExecuteDeleteAsync());

        var calendar = await _office.ActAsync<OfficeSettings, WorkingCalendar>(settings => settings.ReadCalendarAsync());

        Assert.Equal(isWorked, calendar.IsWorkingDay(DateOnly.Parse(day)));
    }

    [Fact]
    public async Task An_import_takes_the_place_of_the_same_year_and_leaves_the_others()
    {
        await _office.ActAsync<ICalendarDesk>(desk => desk.SetDayAsync("sysadmin", new DateOnly(2027, 5, 3), DayRule.Off));
        var import = await _office.ActAsync<ICalendarDesk, CalendarImport>(desk => desk.ImportAsync("sysadmin", Feed));
        var setting = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());

        Assert.Equal((3, 1), (import.Holidays, import.WorkedWeekends));
        Assert.Equal([2027], import.Years);
        Assert.Equal(["例会"], import.LeftOut);
        Assert.Equal(["2027-01-01", "2027-01-02", "2027-01-03"], Days(setting.Holidays, 2027));
        Assert.Equal(["2027-02-06"], Days(setting.WorkedWeekends, 2027));
        Assert.Contains("2026-12-26", Days(setting.WorkedWeekends, 2026));
        var logged = await _office.ActAsync<IOfficeData, OfficeEvent>(data => data.Events.OrderBy(record => record.Sequence).LastAsync());
        Assert.Equal(("工作日历", "sysadmin"), (logged.Act, logged.ActorName));
    }

    [Fact]
    public async Task A_day_of_the_neighbouring_year_is_set_and_the_rest_of_that_year_stays()
    {
        // 12-26 is a Saturday.
        var feed = Feed.Replace("BEGIN:VEVENT\nUID:2", """
            BEGIN:VEVENT
            UID:4
            DTSTART;VALUE=DATE:20261226
            SUMMARY:元旦（班）
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            """.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var before = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());
        await _office.ActAsync<ICalendarDesk>(desk => desk.SetDayAsync("sysadmin", new DateOnly(2026, 12, 26), DayRule.Off));
        await _office.ActAsync<ICalendarDesk>(desk => desk.SetDayAsync("sysadmin", new DateOnly(2027, 5, 3), DayRule.Off));

        var import = await _office.ActAsync<ICalendarDesk, CalendarImport>(desk => desk.ImportAsync("sysadmin", feed));
        var setting = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());

        Assert.Equal([2027], import.Years);
        Assert.Equal([new DateOnly(2026, 12, 26)], import.OtherDays);
        Assert.Equal((Days(before.Holidays, 2027).Count() + 1, 0), (import.ReplacedHolidays, import.ReplacedWorkedWeekends));
        Assert.Equal(Days(before.Holidays, 2026), Days(setting.Holidays, 2026));
        Assert.Equal([.. Days(before.WorkedWeekends, 2026).Union(["2026-12-26"]).Order()], Days(setting.WorkedWeekends, 2026));
        Assert.Equal(["2027-01-01", "2027-01-02", "2027-01-03"], Days(setting.Holidays, 2027));
    }

    [Fact]
    public async Task What_is_due_already_keeps_its_time_and_what_comes_later_follows_the_new_calendar()
    {
        var before = await _office.DraftAsync();
        await _office.StartAsync(before);
        await _office.ActAsync<ICalendarDesk>(desk => desk.SetDayAsync("sysadmin", new DateOnly(2026, 11, 27), DayRule.Off));
        var after = await _office.DraftAsync();
        await _office.StartAsync(after);

        Assert.Equal(27, (await _office.ReadAsync("hemin", before)).Acts.Single().DueAt!.Value.Day);
        Assert.Equal(30, (await _office.ReadAsync("hemin", after)).Acts.Single().DueAt!.Value.Day);
    }

    [Fact]
    public async Task Entries_that_overlap_in_one_sense_count_each_day_once()
    {
        const string overlapping = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270206\nDTEND;VALUE=DATE:20270210\nSUMMARY:春节休\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270208\nDTEND;VALUE=DATE:20270212\nSUMMARY:春节休\nEND:VEVENT\nEND:VCALENDAR";

        var import = await _office.ActAsync<ICalendarDesk, CalendarImport>(desk => desk.ImportAsync("sysadmin", overlapping));
        var setting = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());

        Assert.Equal(6, import.Holidays);
        Assert.Equal(["2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"], Days(setting.Holidays, 2027));
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270206\nDTEND;VALUE=DATE:20270212\nSUMMARY:春节休\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270211\nDTEND;VALUE=DATE:20270213\nSUMMARY:春节班\nEND:VEVENT\nEND:VCALENDAR", "2027年2月11日既标为休又标为班")]
    [InlineData("不是日历", "没有导入")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "没有标明")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270101\nSUMMARY:元旦休\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270101\nSUMMARY:元旦班\nEND:VEVENT\nEND:VCALENDAR", "2027年1月1日既标为休又标为班")]
    public async Task A_calendar_that_cannot_be_used_changes_nothing(string text, string reason)
    {
        var before = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => _office.ActAsync<ICalendarDesk, CalendarImport>(desk => desk.ImportAsync("sysadmin", text)));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        var after = await _office.ActAsync<ICalendarDesk, CalendarSetting>(desk => desk.ReadAsync());
        Assert.Equal(before.Holidays, after.Holidays);
    }

    [Fact]
    public async Task A_huge_calendar_is_refused_unread()
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => _office.ActAsync<ICalendarDesk, CalendarImport>(desk => desk.ImportAsync("sysadmin", new string('x', 1_000_001))));

        Assert.Contains("超过1兆", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Days(IReadOnlyList<DateOnly> days, int year) =>
        days.Where(day => day.Year == year).Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
