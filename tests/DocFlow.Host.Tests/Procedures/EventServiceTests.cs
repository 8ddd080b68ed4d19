using System.Globalization;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>重大活动服务保障 from the plan to the report, with an incident that is called through its chain.</summary>
[Collection(EventRoom.Name)]
public sealed class EventServiceTests(EventRoom room)
{
    private readonly OfficeHost _host = room.Host;

    [Fact]
    [Trait("Procedure", "event-service")]
    public async Task An_activity_is_prepared_and_its_incident_calls_the_chain_in_order_until_somebody_answers()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: three procedures run through some twenty decisions.");
        var (section, finance) = (await Procedure.UnitAsync(_host, "综合科"), await Procedure.UnitAsync(_host, "市财政局"));
        var service = await Procedure.StartAsync(_host, "luoyu", "event-service", new { title = "重点项目调研", kind = "视察调研", heldOn = "2026-12-22", place = "青禾县", lead = section, closeOn = "2026-12-29" });
        await DecideAsync("zhengliqun", service, "同意");
        await DecideAsync("luoyu", service, "报审", new
        {
            plan = "做好路线踏勘和车辆调度。",
            groups = JsonSerializer.Serialize(new object[] { new { group = "综合协调组", unit = section, task = "统筹日程", contact = "罗予" }, new { group = "后勤保障组", unit = finance, task = "车辆和食宿", contact = "石磊" } }),
            duties = JsonSerializer.Serialize(new object[] { new { day = "2026-12-22", startsAt = "08:00", endsAt = "18:00", person = await Procedure.PersonAsync(_host, "罗予") } }),
            chain = JsonSerializer.Serialize(new object[] { new { person = await Procedure.PersonAsync(_host, "许沛") }, new { person = await Procedure.PersonAsync(_host, "何敏") }, new { person = await Procedure.PersonAsync(_host, "郑立群") } }),
        });
        await DecideAsync("zhengliqun", service, "审定");
        var task = await room.OpenAsync("shilei", "保障任务", "重点项目调研");
        Assert.Empty(await ProducedFiles.NamesAsync(_host, "shilei", task));
        await DecideAsync("guchen", service, "用印");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "shilei", task, "工作方案"));
        var plan = await ProducedFiles.CheckedAsync(_host, "shilei", task, "工作方案");
        foreach (var words in new[] { "责任分工表", "后勤保障组", "车辆和食宿", "值班表", "08:00—18:00", "许沛、何敏、郑立群" })
            Assert.Contains(words, plan, StringComparison.Ordinal);
        await DecideAsync("luoyu", service, "完成对接", new { coordination = "与青禾县对接两次。" });
        await DecideAsync("luoyu", service, "完成演练", new { drill = "演练一次。" });

        var incident = await RaiseAsync(task);
        await DecideAsync("shilei", task, "落实完毕", new { result = "车辆食宿均已落实。" }, refused: "还有1项");
        await DecideAsync("hemin", incident, "处置完毕", new { measure = "启用备用车，当场恢复。" });
        await DecideAsync("luoyu", incident, "核实销报", new { result = "属实，已恢复。" });
        await DecideAsync("shilei", task, "落实完毕", new { result = "车辆食宿均已落实。" });
        await DecideAsync("luoyu", await room.OpenAsync("luoyu", "保障任务", "重点项目调研"), "落实完毕", new { result = "日程已定。" });
        await DecideAsync("luoyu", service, "实施完毕", new { review = "活动按方案进行。" });
        await DecideAsync("luoyu", service, "报审", new { summary = "各项保障到位。" });
        await DecideAsync("zhengliqun", service, "审定");
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "luoyu", service, "总结报告"));
        await DecideAsync("guchen", service, "用印");

        Assert.True(await ProducedFiles.IsSealedAsync(_host, "luoyu", service, "总结报告"));
        Assert.Equal([("工作方案", "顾晨", "郑立群"), ("总结报告", "顾晨", "郑立群")], await ProducedFiles.SealLinesAsync(_host, service));
        var report = await ProducedFiles.CheckedAsync(_host, "luoyu", service, "总结报告");
        foreach (var words in new[] { "云办报〔2026〕1号", "各项保障到位。", "后勤保障组由市财政局负责。车辆食宿均已落实。" })
            Assert.Contains(words, report, StringComparison.Ordinal);
        var row = await Procedure.RowAsync(_host, "luoyu", "event-service", service);
        Assert.Equal(("2/2", "办结"), (row["任务和突发情况"], row["状态"]));
    }

    // Nobody answers at first: 许沛 at once, 何敏 five minutes later, 郑立群 after five more.
    private async Task<string> RaiseAsync(string task)
    {
        var form = await _host.ReadAsync("shilei", $"/api/procedures/incident/form?from={task}");
        var chain = form.GetProperty("values").GetProperty("chain").GetString();
        var start = (await _host.ReadAsync("shilei", "/api/clock")).GetProperty("now").GetDateTimeOffset();
        var incident = await Procedure.StartAsync(_host, "shilei", "incident", new { title = "一辆保障车故障", level = "较大", place = "青禾县", activity = "重点项目调研", chain }, bornFromId: task);
        Assert.Equal(["许沛"], await CalledAsync(incident));
        await Procedure.MoveClockAsync(_host, After(start, 4));
        Assert.Equal(["许沛"], await CalledAsync(incident));
        await Procedure.MoveClockAsync(_host, After(start, 6));
        Assert.Equal(["许沛", "何敏"], await CalledAsync(incident));
        Assert.Contains((await _host.ReadAsync("hemin", "/api/notices/")).GetProperty("rows").EnumerateArray(), notice => notice.GetProperty("text").GetString() == "《一辆保障车故障》请立即“接报”并处置。");
        // Who isn't called yet can't answer; one answer ends the calls.
        Assert.Empty(await OpenOfAsync("zhengliqun", incident));
        await DecideAsync("hemin", incident, "接报");
        await Procedure.MoveClockAsync(_host, After(start, 60));
        Assert.Empty(await OpenOfAsync("zhengliqun", incident));

        var calls = (await _host.ReadAsync("luoyu", $"/api/documents/{incident}")).GetProperty("trace").EnumerateArray().Where(row => row.GetProperty("act").GetString() == "呼叫").ToList();
        Assert.Equal(["第1轮第1顺位许沛", "许沛未接报，呼叫第1轮第2顺位何敏"], calls.Select(call => call.GetProperty("opinion").GetString()));
        Assert.Equal(5, (calls[1].GetProperty("at").GetDateTimeOffset() - calls[0].GetProperty("at").GetDateTimeOffset()).TotalMinutes, 0.2);
        var row = await Procedure.RowAsync(_host, "luoyu", "incident", incident);
        Assert.Equal(("何敏", "重点项目调研", "石磊"), (row["接报人"], row["所属活动"], row["上报人"]));
        Assert.Matches("年.+月.+日[0-9]{2}:[0-9]{2}$", row["接报时间"]);
        return incident;
    }

    [Fact]
    public async Task A_chain_that_never_answers_is_called_twice_and_then_reported()
    {
        var start = (await _host.ReadAsync("shilei", "/api/clock")).GetProperty("now").GetDateTimeOffset();
        var chain = JsonSerializer.Serialize(new object[] { new { person = await Procedure.PersonAsync(_host, "白桦") }, new { person = await Procedure.PersonAsync(_host, "江月") } });
        var incident = await Procedure.StartAsync(_host, "shilei", "incident", new { title = "会场停电", level = "重大", chain });
        await Procedure.MoveClockAsync(_host, After(start, 21));

        var calls = (await _host.ReadAsync("luoyu", $"/api/documents/{incident}")).GetProperty("trace").EnumerateArray().Where(row => row.GetProperty("act").GetString() == "呼叫");
        Assert.Equal(
            ["第1轮第1顺位白桦", "白桦未接报，呼叫第1轮第2顺位江月", "江月未接报，呼叫第2轮第1顺位白桦", "白桦未接报，呼叫第2轮第2顺位江月", "江月未接报，全部2人均未接报"], calls.Select(call => call.GetProperty("opinion").GetString()));
        Assert.Contains((await _host.ReadAsync("zhengliqun", "/api/notices/")).GetProperty("rows").EnumerateArray(), notice => notice.GetProperty("text").GetString() == "《会场停电》经多次呼叫无人接报，请立即过问。");
        await DecideAsync("jiangyue", incident, "接报");
    }

    private async Task<IReadOnlyList<string>> CalledAsync(string incident)
    {
        var called = new List<string>();
        foreach (var (login, name) in new[] { ("xupei", "许沛"), ("hemin", "何敏"), ("zhengliqun", "郑立群") })
        {
            if ((await OpenOfAsync(login, incident)).Count > 0)
                called.Add(name);
        }

        return called;
    }

    private async Task<IReadOnlyList<JsonElement>> OpenOfAsync(string login, string matter) =>
        [.. (await _host.ReadAsync(login, "/api/work/open")).GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("documentId").GetString() == matter)];

    private static string After(DateTimeOffset start, int minutes) => start.AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);

    private async Task DecideAsync(string login, string matter, string outcome, object? values = null, string? refused = null)
    {
        if (refused is null)
            await Procedure.DecideAsync(_host, login, matter, outcome, values);
        else
            Assert.Contains(refused, (await room.TryDecideAsync(login, matter, outcome, values!)).Text, StringComparison.Ordinal);
    }
}
