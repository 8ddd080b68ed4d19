using DocFlow.Office.Analytics;
using DocFlow.Office.Time;

namespace DocFlow.Office.Tests.Analytics;

/// <summary>What analysis makes of events: working hours, visits, returns and what followed what.</summary>
[Trait("Journey", "J26")]
public sealed class FlowTallyTests
{
    private static readonly WorkingCalendar Calendar = new(new CalendarSetting { Holidays = [new DateOnly(2027, 1, 1)], WorkedWeekends = [new DateOnly(2026, 12, 26)] });

    private readonly FlowTally _tally = new(new WorkingTime(Calendar));

    [Theory]
    [InlineData("2026-12-10T09:00", "2026-12-10T11:30", 2.5)]
    [InlineData("2026-12-10T16:30", "2026-12-11T09:30", 2)]
    [InlineData("2026-12-11T16:30", "2026-12-14T09:30", 2)]
    [InlineData("2026-12-25T16:30", "2026-12-26T09:30", 2)]
    [InlineData("2026-12-31T16:30", "2027-01-04T09:30", 2)]
    [InlineData("2026-12-10T18:00", "2026-12-10T23:00", 0)]
    [InlineData("2026-12-12T09:00", "2026-12-13T18:00", 0)]
    [InlineData("2026-12-14T00:00", "2026-12-19T00:00", 45)]
    [InlineData("2026-12-10T11:00", "2026-12-10T10:00", 0)]
    public void Only_working_hours_count(string from, string to, double hours) => Assert.Equal(hours, new WorkingTime(Calendar).HoursBetween(At(from), At(to)), 6);

    [Fact]
    public void Several_seats_are_one_visit_that_lasts_to_the_last_and_went_back_when_any_did()
    {
        var item = Item("一");
        var opened = At("2026-12-10T09:00");
        _tally.Decide(item, "会签", opened, At("2026-12-10T10:30"), At("2026-12-10T11:00"), isReturn: true);
        _tally.Decide(item, "会签", opened, At("2026-12-10T10:00"), At("2026-12-10T12:00"), isReturn: false);

        var step = Assert.Single(Tell().Steps);
        Assert.Equal(("会签", 1, 1, 3.0, 1.0, 2.0), (step.Name, step.Visits, step.Returned, step.MedianHours, step.MedianWaiting, step.MedianWorking));
    }

    [Fact]
    public void What_nobody_opened_waited_all_the_time()
    {
        _tally.Decide(Item("一"), "审核", At("2026-12-10T09:00"), null, At("2026-12-10T11:00"), false);

        var step = Assert.Single(Tell().Steps);
        Assert.Equal((2.0, 0.0), (step.MedianWaiting, step.MedianWorking));
    }

    [Fact]
    public void The_path_is_what_followed_what_with_the_ways_back_named()
    {
        var (one, two) = (Item("一"), Item("二"));
        foreach (var item in new[] { one, two })
            _tally.Begin(item, "拟稿");
        _tally.Decide(one, "审核", At("2026-12-10T09:00"), null, At("2026-12-10T10:00"), true);
        _tally.Decide(two, "审核", At("2026-12-10T09:00"), null, At("2026-12-10T10:30"), false);
        _tally.Skip(two, "核稿", At("2026-12-10T10:30"));
        _tally.Decide(one, "拟稿", At("2026-12-10T10:00"), null, At("2026-12-10T11:00"), false);
        _tally.Decide(one, "审核", At("2026-12-10T11:00"), null, At("2026-12-10T11:30"), false);
        _tally.Close(two, At("2026-12-10T12:00"));

        var reading = Tell();

        Assert.Equal(
            [("拟稿", "审核", 3, false), ("开始", "拟稿", 2, false), ("审核", "拟稿", 1, true), ("审核", "核稿", 1, false), ("核稿", "归档", 1, false)],
            reading.Paths.Select(path => (path.From, path.To, path.Count, path.IsRework)));
        Assert.Equal((2, 1, 0.25, 1.0), (reading.Items, reading.Closed, reading.ReturnRate, reading.FirstPassRate));
        Assert.Equal(1, reading.Steps.Single(step => step.Name == "核稿").Skipped);
    }

    [Fact]
    public void A_matter_that_went_back_once_did_not_pass_at_first()
    {
        foreach (var (name, isReturn) in new[] { ("一", true), ("二", false), ("三", false), ("四", false) })
        {
            _tally.Decide(Item(name), "审核", At("2026-12-10T09:00"), null, At("2026-12-10T10:00"), isReturn);
            _tally.Close(Item(name), At("2026-12-10T12:00"));
        }

        var reading = Tell();
        Assert.Equal((0.25, 0.75), (reading.ReturnRate, reading.FirstPassRate));
        Assert.Equal([("通知", 4, 0.75)], reading.ByKind.Select(group => (group.Name, group.Items, group.FirstPassRate!.Value)));
    }

    [Fact]
    public void A_designed_flow_leads_past_what_no_person_does()
    {
        var flow = DesignedFlow.Read("""
            {"root":{"activities":[{"id":"s","type":"Elsa.Start"},{"id":"a","type":"DocFlow.Task","stepName":{"expression":{"value":"审核"}}},{"id":"p","type":"DocFlow.Produce","stepName":null},{"id":"b","type":"DocFlow.Task","stepName":{"expression":{"value":"审定"}}},{"id":"z","type":"DocFlow.Archive"}],
             "connections":[{"source":{"activity":"s","port":"Done"},"target":{"activity":"a"}},{"source":{"activity":"a","port":"同意"},"target":{"activity":"p"}},{"source":{"activity":"p"},"target":{"activity":"b"}},{"source":{"activity":"b"},"target":{"activity":"z"}},{"source":{"activity":"b","port":"退回"},"target":{"activity":"a"}}]}}
            """)!;

        Assert.Equal(["审核", "审定"], flow.Steps);
        Assert.True(flow.Leads("开始", "审核") && flow.Leads("审核", "审定") && flow.Leads("审定", "归档") && flow.Leads("审定", "审核"));
        Assert.False(flow.Leads("开始", "审定") || flow.Leads("审核", "归档"));
    }

    private ProcessReading Tell() => _tally.Tell(new ProcessReading("p", "发文", new AnalysisRange(At("2026-12-01T00:00"), At("2027-01-01T00:00"), "2026年12月"), 0, 0), null);

    private static FlowItem Item(string name) => new(name, "通知", "秘书一科", At("2026-12-10T08:30"));

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse($"{local}:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
}
