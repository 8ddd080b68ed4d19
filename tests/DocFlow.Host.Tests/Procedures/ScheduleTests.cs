using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>People and rooms that are wanted twice, hours that can't be, and the private address of a person's schedule.</summary>
[Collection(EventRoom.Name)]
public sealed class ScheduleTests(EventRoom room)
{
    private readonly OfficeHost _host = room.Host;

    [Fact]
    [Trait("Procedure", "event-plan")]
    public async Task Of_overlapping_activities_that_are_entered_at_once_one_stands_and_the_others_are_told_why()
    {
        var activities = new List<Dictionary<string, string?>>();
        foreach (var (title, index) in new[] { "甲会", "乙会", "丙会", "丁会", "戊会", "己会" }.Select((title, index) => (title, index)))
            activities.Add(await room.ActivityAsync(title, "2027-02-02", $"09:{index}0", "11:00", "一号会议室", "综合科"));

        var answers = await Task.WhenAll(activities.Select((activity, index) => room.TryStartAsync(index % 2 == 0 ? "luoyu" : "zhengliqun", activity)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.Conflict && answer.Text.Contains("一号会议室在2月2日（周二）", StringComparison.Ordinal)));
        Assert.Single((await _host.ReadAsync("luoyu", "/api/schedule/?from=2027-02-02&to=2027-02-02")).EnumerateArray());
    }

    [Theory]
    [InlineData("10:00", "10:00", "一号会议室", "结束时间10:00须晚于开始时间10:00")]
    [InlineData("10:00", "09:00", "一号会议室", "结束时间09:00须晚于开始时间10:00")]
    [InlineData("25:00", "26:00", "一号会议室", "“开始时间”应是时间，写成 09:30 的样子。")]
    [InlineData("9:00", "10:00", "一号会议室", "“开始时间”应是时间")]
    [InlineData("09:00", "10:00", "九号会议室", "“会议室”没有选项“九号会议室”")]
    [InlineData("09:00", "10:00", null, "请写明《会》的会议室或地点。")]
    public async Task Hours_and_rooms_that_cannot_be_are_refused(string from, string to, string? where, string reason)
    {
        var (status, text) = await room.TryStartAsync("luoyu", await room.ActivityAsync("会", "2027-02-03", from, to, where, "综合科"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_one_table_conflict_too_and_what_only_touches_does_not()
    {
        var rows = new[] { await room.ActivityAsync("先", "2027-02-04", "09:00", "10:00", "二号会议室", "综合科"), await room.ActivityAsync("后", "2027-02-04", "09:59", "11:00", "二号会议室", "综合科") };
        var unit = await Procedure.UnitAsync(_host, "市委宣传部");
        var plan = await Procedure.StartAsync(_host, "luoyu", "event-plan", new { planName = "2027年2月计划", units = unit, issueBy = "2027-01-29", requirement = "请报送。" });
        var report = await room.OpenAsync("liangshu", "活动报送", "2027年2月计划");
        Dictionary<string, string?>[] Given() => [.. rows.Select(row => row.Where(cell => cell.Value is not null).ToDictionary())];
        var (status, text) = await room.TryDecideAsync("liangshu", report, "报送", new { activities = JsonSerializer.Serialize(Given()) });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("《后》（综合科）（本次填报第2行）", text, StringComparison.Ordinal);

        rows[1]["startsAt"] = "10:00";
        (status, text) = await room.TryDecideAsync("liangshu", report, "报送", new { activities = JsonSerializer.Serialize(Given()) });
        Assert.True(status == HttpStatusCode.OK, text);
        Assert.NotEmpty(plan);
    }

    [Fact]
    public async Task A_voided_matter_gives_its_room_back()
    {
        var activity = await room.ActivityAsync("作废的会", "2027-02-05", "09:00", "10:00", "三号会议室", "综合科");
        var (_, text) = await room.TryStartAsync("luoyu", activity);
        var id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString();
        await _host.SettleAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await room.TryStartAsync("luoyu", await room.ActivityAsync("另一个会", "2027-02-05", "09:30", "10:30", "三号会议室", "综合科"))).Status);

        await _host.PostAsync("luoyu", $"/api/documents/{id}/void", new { reason = "不开了" });

        Assert.NotEqual(HttpStatusCode.Conflict, (await room.TryStartAsync("luoyu", await room.ActivityAsync("另一个会", "2027-02-05", "09:30", "10:30", "三号会议室", "综合科"))).Status);
    }

    [Fact]
    public async Task A_persons_schedule_is_read_by_calendar_programs_at_an_address_that_can_be_taken_back()
    {
        await room.TryStartAsync("luoyu", await room.ActivityAsync("订阅,的会", "2027-02-08", "09:00", "10:00", "三号会议室", "综合科", "韩松"));
        using var stranger = _host.Anyone();
        var first = (await _host.PostAsync("hansong", "/api/schedule/feed", new { })).GetProperty("path").GetString()!;

        var answer = await stranger.GetAsync(first);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        // RFC 5545: line ends, at most 75 octets a line, UTC times, escaped commas.
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        foreach (var line in new[] { "VERSION:2.0", "DTSTART:20270208T010000Z", "DTEND:20270208T020000Z", @"SUMMARY:订阅\,的会", "LOCATION:三号会议室" })
            Assert.Contains(line + "\r\n", text, StringComparison.Ordinal);
        Assert.Contains("UID:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲会", text, StringComparison.Ordinal);

        // A new address ends the former one; a guessed one and one that was taken back tell nothing.
        var second = (await _host.PostAsync("hansong", "/api/schedule/feed", new { })).GetProperty("path").GetString()!;
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(second)).StatusCode);
        foreach (var guess in new[] { new string('0', 64), "hansong", "%00", second[7..30] })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/feeds/{guess}.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.As("hansong").DeleteAsync("/api/schedule/feed")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Weeks_without_meetings_are_a_list_of_the_office_and_are_written_as_days()
    {
        using var refused = await _host.As("luoyu").PutAsJsonAsync("/api/lists/quiet-weeks", new { items = new[] { "每月第二周" } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var other = await _host.As("hemin").PutAsJsonAsync("/api/lists/quiet-weeks", new { items = new[] { "2027-03-08至2027-03-12" } });
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);

        using var changed = await _host.As("luoyu").PutAsJsonAsync("/api/lists/quiet-weeks", new { items = new[] { "2026-12-07至2026-12-11", "2027-03-08至2027-03-12" } });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        var (status, text) = await room.TryStartAsync("luoyu", await room.ActivityAsync("全市会", "2027-03-10", "09:00", "10:00", "机关礼堂", "综合科", kind: "全市性会议"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("无会周（3月8日至3月12日）", text, StringComparison.Ordinal);
    }
}
