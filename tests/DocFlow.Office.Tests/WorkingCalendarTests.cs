using DocFlow.Office.Time;

namespace DocFlow.Office.Tests;

/// <summary>Deadlines of the demo year (journeys J05, J10, J11, J16): 17:30 of a working day.</summary>
public sealed class WorkingCalendarTests
{
    private readonly WorkingCalendar _calendar = new(new CalendarSetting
    {
        Holidays = [new DateOnly(2027, 1, 1)],
        WorkedWeekends = [new DateOnly(2026, 12, 26)],
    });

    [Theory]
    [InlineData("2026-11-26T10:00:00+08:00", 3, "2026-12-01T17:30:00+08:00")]
    [InlineData("2026-12-07T09:00:00+08:00", 1, "2026-12-08T17:30:00+08:00")]
    [InlineData("2026-12-08T09:00:00+08:00", 7, "2026-12-17T17:30:00+08:00")]
    [InlineData("2026-12-10T09:00:00+08:00", 10, "2026-12-24T17:30:00+08:00")]
    [InlineData("2026-12-24T09:00:00+08:00", 3, "2026-12-28T17:30:00+08:00")]
    [InlineData("2026-12-31T09:00:00+08:00", 1, "2027-01-04T17:30:00+08:00")]
    [InlineData("2026-11-26T23:30:00+00:00", 1, "2026-11-30T17:30:00+08:00")]
    public void DueAfter_CountsWorkingDaysInTheOfficesZone(string from, int workingDays, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due), _calendar.DueAfter(DateTimeOffset.Parse(from), workingDays));

    [Theory]
    [InlineData("2026-12-01T17:30:00+08:00", 1, "2026-11-30T08:30:00+08:00")]
    [InlineData("2026-12-01T17:30:00+08:00", 2, "2026-11-27T08:30:00+08:00")]
    [InlineData("2026-12-28T17:30:00+08:00", 1, "2026-12-26T08:30:00+08:00")]
    [InlineData("2026-12-28T17:30:00+08:00", 0, "2026-12-28T08:30:00+08:00")]
    public void StartBefore_IsTheMorningOfAnEarlierWorkingDay(string due, int workingDays, string morning) =>
        Assert.Equal(DateTimeOffset.Parse(morning), _calendar.StartBefore(DateTimeOffset.Parse(due), workingDays));

    [Theory]
    [InlineData("2026-12-25T17:30:00+08:00", 1, "2026-12-26T08:30:00+08:00")]
    [InlineData("2026-12-31T17:30:00+08:00", 1, "2027-01-04T08:30:00+08:00")]
    public void StartAfter_IsTheMorningOfALaterWorkingDay(string due, int workingDays, string morning) =>
        Assert.Equal(DateTimeOffset.Parse(morning), _calendar.StartAfter(DateTimeOffset.Parse(due), workingDays));

    [Theory]
    [InlineData("2026-12-26", true)]
    [InlineData("2026-12-27", false)]
    [InlineData("2027-01-01", false)]
    [InlineData("2026-12-07", true)]
    public void IsWorkingDay_KnowsHolidaysAndWorkedWeekends(string day, bool works) =>
        Assert.Equal(works, _calendar.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-12-21T09:00:00+08:00", 3)]
    [InlineData("2026-12-24T18:00:00+08:00", 0)]
    [InlineData("2026-12-28T09:00:00+08:00", -3)]
    public void WorkingDaysLeft_IsNegativeWhenPast(string now, int left) =>
        Assert.Equal(left, _calendar.WorkingDaysLeft(DateTimeOffset.Parse(now), DateTimeOffset.Parse("2026-12-24T17:30:00+08:00")));
}
