using System.Net;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>“四大家”秘书长联席会议 from the offices' topics to a supervised matter for each decision.</summary>
public sealed class JointMeetingTests : IAsyncLifetime
{
    private const string Id = "joint-secretaries-meeting";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-26T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, "meeting-topics", "meeting-reply", "supervision", "supervision-part");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Procedure", Id)]
    public async Task A_person_of_none_of_the_four_offices_finds_opens_and_starts_nothing_of_the_meeting()
    {
        var offices = string.Join(',', await UnitAsync("市人大常委会办公室"), await UnitAsync("市政府办公室"));
        var meeting = await Procedure.StartAsync(_host, "luoyu", Id, new { title = "12月秘书长联席会议", heldOn = "2026-12-02", place = "一号会议室", chair = "韩松", offices, request = "请抓好落实。" });
        var topic = await OnlyOpenAsync("yelan");

        foreach (var login in new[] { "xiahe", "shilei" })
        {
            foreach (var hidden in new[] { meeting, topic })
                Assert.Equal(HttpStatusCode.NotFound, (await _host.As(login).GetAsync($"/api/documents/{hidden}")).StatusCode);
            foreach (var procedure in new[] { Id, "meeting-topics" })
            {
                Assert.Equal(0, (await _host.ReadAsync(login, $"/api/procedures/{procedure}/register")).GetProperty("total").GetInt32());
                Assert.Equal(HttpStatusCode.Forbidden, (await _host.As(login).GetAsync($"/api/procedures/{procedure}/form")).StatusCode);
            }
        }
    }

    [Fact]
    [Trait("Journey", "J14")]
    [Trait("Procedure", Id)]
    public async Task Topics_of_four_offices_become_an_agenda_minutes_and_supervised_matters_and_each_office_sees_its_own_until_agreed()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: five procedures run through some forty decisions.");
        var (section, congress, government, council) = (await UnitAsync("秘书一科"), await UnitAsync("市人大常委会办公室"), await UnitAsync("市政府办公室"), await UnitAsync("市政协办公室"));
        var meeting = await Procedure.StartAsync(_host, "luoyu", Id, new
        {
            title = "12月秘书长联席会议", heldOn = "2026-12-02", place = "一号会议室", chair = "韩松", offices = $"{section},{congress},{government},{council}", request = "请抓好落实，按期报告办理情况。",
        });
        var topics = new Dictionary<string, string>();
        foreach (var (login, titles) in new[] { ("hemin", new[] { "12月全市会议计划", "信息共享清单" }), ("fangzhengyi", ["代表视察安排"]), ("yelan", ["春节值班方案"]), ("qinlang", ["委员座谈安排"]) })
        {
            topics[login] = await OnlyOpenAsync(login);
            await Procedure.DecideAsync(_host, login, topics[login], "报送", new { topics = JsonSerializer.Serialize(titles.Select(title => new { title })) });
        }

        // Nobody sees another's topics, nor the meeting as a whole.
        foreach (var hidden in new[] { topics["hemin"], topics["fangzhengyi"], meeting })
            Assert.Equal(HttpStatusCode.NotFound, (await _host.As("yelan").GetAsync($"/api/documents/{hidden}")).StatusCode);
        foreach (var topic in topics.Values)
            await Procedure.DecideAsync(_host, "luoyu", topic, "收录");
        await Procedure.DecideAsync(_host, "luoyu", meeting, "汇总");
        var agenda = (await _host.ReadAsync("zhengliqun", $"/api/documents/{meeting}")).GetProperty("acts")[0].GetProperty("fields")[0].GetProperty("value").GetString()!;
        Assert.Equal(
            [("12月全市会议计划", section), ("信息共享清单", section), ("代表视察安排", congress), ("春节值班方案", government), ("委员座谈安排", council)],
            JsonDocument.Parse(agenda).RootElement.EnumerateArray().Select(row => (row.GetProperty("title").GetString()!, row.GetProperty("unit").GetString()!)));
        await Procedure.DecideAsync(_host, "zhengliqun", meeting, "确定议程");
        // Nobody is invited before the notice is sealed; the seat is the keeper's.
        Assert.Empty(await ProducedFiles.NamesAsync(_host, "yelan", topics["yelan"]));
        Assert.Empty(await OpenTitlesAsync("yelan"));
        await Procedure.DecideAsync(_host, "guchen", meeting, "用印");
        Assert.Equal([("会议通知", "顾晨", "郑立群")], await ProducedFiles.SealLinesAsync(_host, meeting));
        // Agreed: each has the whole agenda with the sealed notice, with its topics and where it answers.
        foreach (var kept in new[] { topics["yelan"], await OnlyOpenAsync("yelan") })
            Assert.True(await ProducedFiles.IsSealedAsync(_host, "yelan", kept, "会议通知"));
        var notice = await ProducedFiles.CheckedAsync(_host, "yelan", topics["yelan"], "会议通知");
        foreach (var words in new[] { "云办函〔2026〕58号", "定于2026年12月2日在一号会议室召开", "代表视察安排", "委员座谈安排" })
            Assert.Contains(words, notice, StringComparison.Ordinal);
        foreach (var login in topics.Keys)
            await Procedure.DecideAsync(_host, login, await OnlyOpenAsync(login), "同意", new { attendees = "本人" });

        await Procedure.MoveClockAsync(_host, "2026-12-02T17:00:00+08:00");
        await Procedure.DecideAsync(_host, "luoyu", meeting, "形成纪要稿", new
        {
            present = "韩松，方正一，叶澜，秦朗", attending = "郑立群", summary = "会议研究了会议计划、春节值班和信息共享等事项。",
            decisions = JsonSerializer.Serialize(new object[]
            {
                new { title = "统筹12月全市会议计划", lead = section, units = section, dueOn = "2026-12-15" },
                new { title = "报送春节值班方案", lead = government, units = government, dueOn = "2026-12-25" },
                new { title = "报送信息共享清单", lead = section, units = $"{section},{congress},{government},{council}", dueOn = "2027-01-05" },
            }),
        });
        // Each is asked about what concerns it only.
        Assert.Equal(["报送信息共享清单"], await OpenTitlesAsync("fangzhengyi"));
        Assert.Equal(["报送信息共享清单", "报送春节值班方案"], await OpenTitlesAsync("yelan"));
        foreach (var login in topics.Keys)
        {
            for (var left = (await OpenTitlesAsync(login)).Count; left > 0; left--)
                await Procedure.DecideAsync(_host, login, (await OpenAsync(login))[0].GetProperty("documentId").GetString()!, "同意", new { attendees = "" });
        }

        await Procedure.DecideAsync(_host, "luoyu", meeting, "送签发");
        await Procedure.DecideAsync(_host, "hansong", meeting, "同意印发");
        // 纪要格式 (GB/T 9704-2012, 10.3) has no 署名, so no seal either.
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "qinlang", topics["qinlang"], "会议纪要"));

        var minutes = await ProducedFiles.CheckedAsync(_host, "qinlang", topics["qinlang"], "会议纪要");
        foreach (var words in new[] { "云办纪〔2026〕1号", "12月秘书长联席会议纪要", "出席", "韩松，方正一，叶澜，秦朗", "二、报送春节值班方案", "由市政府办公室牵头", "2027年1月5日前完成" })
            Assert.Contains(words, minutes, StringComparison.Ordinal);
        var register = (await _host.ReadAsync("tangning", "/api/procedures/supervision/register?sort=due")).GetProperty("rows").EnumerateArray().ToList();
        var born = new List<(string?, string?, string?, string?, string?)>();
        foreach (var id in register.Select(row => row.GetProperty("documentId").GetString()!))
        {
            // Whoever heads the supervision sees where a matter comes from.
            var row = await Procedure.RowAsync(_host, "tangning", "supervision", id);
            born.Add((row["督查事项"], row["立项来源"], row["立项依据"], row["办理期限"], row["来源"]));
        }

        Assert.Equal(
            [
                ("统筹12月全市会议计划", "秘书长联席会议", "《12月秘书长联席会议》（云联会〔2026〕1号）第1项", "2026-12-15", "12月秘书长联席会议"),
                ("报送春节值班方案", "秘书长联席会议", "《12月秘书长联席会议》（云联会〔2026〕1号）第2项", "2026-12-25", "12月秘书长联席会议"),
                ("报送信息共享清单", "秘书长联席会议", "《12月秘书长联席会议》（云联会〔2026〕1号）第3项", "2027-01-05", "12月秘书长联席会议"),
            ],
            born);

        // The next meeting is born from this one, and its notice begins with how the decisions stand.
        var next = await Procedure.StartAsync(_host, "luoyu", Id, new { title = "1月秘书长联席会议", heldOn = "2027-01-06", place = "一号会议室", chair = "韩松", offices = council, request = "请抓好落实。" }, bornFromId: meeting);
        var only = await OnlyOpenAsync("qinlang");
        await Procedure.DecideAsync(_host, "qinlang", only, "报送", new { topics = """[{"title":"春节走访"}]""" });
        await Procedure.DecideAsync(_host, "luoyu", only, "收录");
        await Procedure.DecideAsync(_host, "luoyu", next, "汇总");
        await Procedure.DecideAsync(_host, "zhengliqun", next, "确定议程");
        Assert.Contains("报送春节值班方案，2026年12月25日前完成，在办。", await ProducedFiles.CheckedAsync(_host, "luoyu", next, "会议通知"), StringComparison.Ordinal);
    }

    private Task<string> UnitAsync(string name) => Procedure.UnitAsync(_host, name);

    private async Task<string> OnlyOpenAsync(string login) =>
        (await _host.WaitForAsync(login, "/api/work/open", read => read.GetProperty("rows").GetArrayLength() == 1)).GetProperty("rows")[0].GetProperty("documentId").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> OpenAsync(string login) => [.. (await _host.ReadAsync(login, "/api/work/open")).GetProperty("rows").EnumerateArray()];

    private async Task<IReadOnlyList<string>> OpenTitlesAsync(string login) =>
        [.. (await OpenAsync(login)).Select(row => row.GetProperty("title").GetString()!).Order(StringComparer.Ordinal)];
}
