using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocFlow.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>目标管理考核: November is scored by its own formula, every half point opens its event, an appeal mends one score only.</summary>
public sealed class AssessmentTests : IAsyncLifetime
{
    private const string Id = "performance-assessment";
    private const string November = "/api/assessment/periods/2026-11";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-16T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, "score-appeal", "zero-error", "information-report", "supervision-part");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J22")]
    [Trait("Procedure", Id)]
    public async Task A_month_is_scored_from_its_events_shown_appealed_corrected_for_one_person_and_reported()
    {
        var (drafter, head, assessor) = (await Procedure.PersonAsync(_host, "林知远"), await Procedure.PersonAsync(_host, "何敏"), await Procedure.PersonAsync(_host, "丁一"));
        // Returned twice in November: 何敏 herself sends it back.
        var notice = await Notice.StartAsync(_host);
        await _host.DecideAsync("hemin", notice, "退回", "附件缺表头。");
        await ErrorAsync("差错", head);
        await InformationAsync("3.5");
        foreach (var (from, weight) in new[] { ("2026-06", "0.2"), ("2026-11", "0.5"), ("2026-12", "1") })
            await _host.PostAsync("dingyi", "/api/assessment/formulas", Formula(from, $"−退文 × {weight}"));
        await WhatMakesScoresUnsureIsRefusedAsync(drafter);

        var matter = await Procedure.StartAsync(_host, "dingyi", Id, new { title = "2026年11月目标管理考核", month = "2026-11", people = $"{drafter},{head}", scheme = "以公文质量和办理时效为重点。" });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "同意");
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "dingyi", matter, "考核方案"));
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "dingyi", matter, "考核方案"));
        Assert.Contains("考核对象2人", await ProducedFiles.CheckedAsync(_host, "dingyi", matter, "考核方案"), StringComparison.Ordinal);
        // The month isn't over: the procedure comes back to its step and says why.
        await Procedure.DecideAsync(_host, "dingyi", matter, "采集");
        var trace = (await _host.ReadAsync("dingyi", $"/api/documents/{matter}")).GetProperty("trace").EnumerateArray().ToList();
        Assert.Contains(trace, row => row.GetProperty("act").GetString() == "评分未完成" && row.GetProperty("opinion").GetString() == "2026年11月尚未结束，2026年12月1日起才能评分。");
        await Procedure.MoveClockAsync(_host, "2026-12-01T09:00:00+08:00");
        await Procedure.DecideAsync(_host, "dingyi", matter, "采集");
        await Procedure.DecideAsync(_host, "dingyi", matter, "公示", new { summary = "退文、差错逐件计分。" });

        var own = await _host.ReadAsync("linzhiyuan", $"{November}/people/{drafter}");
        Assert.Equal((99.5m, 3, 1), (own.GetProperty("total").GetDecimal(), own.GetProperty("formula").GetInt32(), own.GetProperty("revision").GetInt32()));
        var returned = own.GetProperty("events").EnumerateArray().Single(item => item.GetProperty("measure").GetString() == "退文");
        Assert.Equal((-0.5m, notice), (returned.GetProperty("points").GetDecimal(), returned.GetProperty("documentId").GetString()));
        Assert.Contains("科室审核：退回（何敏，2026年11月16日", returned.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(["退文"], own.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("name").GetString() == "退文扣分").GetProperty("measures").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal((-0.5m, "退文"), await ChainScoreAsync(notice));
        Assert.Equal((98m, "差错"), await TotalAsync("hemin", head));

        var appeal = await Procedure.StartAsync(_host, "linzhiyuan", "score-appeal", new { title = "申诉11月退文扣分", measure = "退文", points = "0.5", reason = "系附件格式由系统生成，非本人差错。" }, bornFromId: matter);
        Assert.Equal("2026-11", (await Procedure.RowAsync(_host, "dingyi", "score-appeal", appeal))["考核月份"]);
        await RefusedAsync("dingyi", matter, "公示期满", "还有1项分解事项没有办结");
        // v4 is in force since the day before, and must not touch November.
        var change = await _host.PostAsync("dingyi", $"{November}/people/{drafter}/corrections", new { eventId = returned.GetProperty("eventId").GetString(), measure = "退文", reason = "核实为模板问题。" });
        Assert.Equal((99.5m, 100m, 3), (change.GetProperty("before").GetProperty("total").GetDecimal(), change.GetProperty("after").GetProperty("total").GetDecimal(), change.GetProperty("after").GetProperty("formula").GetInt32()));
        Assert.Equal(["退文扣分", "总分"], change.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("name").GetString()));
        Assert.Equal(1, (await _host.ReadAsync("hemin", $"{November}/people/{head}")).GetProperty("revision").GetInt32());
        var after = await _host.ReadAsync("linzhiyuan", $"{November}/people/{drafter}");
        Assert.Equal((2, "核实为模板问题。", "丁一"), (after.GetProperty("revisions").GetArrayLength(), after.GetProperty("corrections")[0].GetProperty("reason").GetString(), after.GetProperty("corrections")[0].GetProperty("by").GetString()));
        Assert.Null(await ChainScoreAsync(notice));

        await Procedure.DecideAsync(_host, "dingyi", appeal, "核实完毕", new { answer = "模板问题，已更正。", result = "成立，已更正" });
        await Procedure.DecideAsync(_host, "zhengliqun", appeal, "同意");
        await Procedure.DecideAsync(_host, "linzhiyuan", appeal, "知悉");
        // Shown on Tuesday 12-01, for five whole working days: the second weekend isn't reached, the first doesn't count.
        await Procedure.MoveClockAsync(_host, "2026-12-08T17:29:00+08:00");
        await RefusedAsync("dingyi", matter, "公示期满", "“公示”至2026年12月8日17:30期满，此前不能“公示期满”");
        await Procedure.MoveClockAsync(_host, "2026-12-08T17:30:00+08:00");
        await Procedure.DecideAsync(_host, "dingyi", matter, "公示期满", new { objections = "收到申诉1件，成立。" });
        await Procedure.DecideAsync(_host, "hansong", matter, "审定");
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "dingyi", matter, "考核结果通报"));
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");

        Assert.True(await ProducedFiles.IsSealedAsync(_host, "dingyi", matter, "考核结果通报"));
        Assert.Equal([("考核方案", "顾晨", "郑立群"), ("考核结果通报", "顾晨", "韩松")], await ProducedFiles.SealLinesAsync(_host, matter));
        var report = await ProducedFiles.CheckedAsync(_host, "dingyi", matter, "考核结果通报");
        Assert.Contains("云考通〔2026〕1号", report, StringComparison.Ordinal);
        Assert.Contains("收到申诉1件", report, StringComparison.Ordinal);
        var row = await Procedure.RowAsync(_host, "dingyi", Id, matter);
        Assert.Equal(("办结", "1/1", "韩松"), (row["状态"], row["申诉"], row["审定人"]));
        Assert.Equal(("成立，已更正", "办结"), ((await Procedure.RowAsync(_host, "dingyi", "score-appeal", appeal))["结论"], (await Procedure.RowAsync(_host, "dingyi", "score-appeal", appeal))["状态"]));
        using var denied = await _host.As("zhouyifan").GetAsync($"{November}/people/{drafter}");
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Equal([("周亦凡", "查看考核得分被拒"), ("林知远", "查看考核得分"), ("丁一", "更正考核记录")], await AuditAsync("周亦凡", "林知远", "丁一"));
        await TableIsForWhoMaySeeItAsync(assessor);
        await WhatWasUsedStaysAsync(drafter);
    }

    // A month that isn't over, formulas that overlap or can't be computed, and people who are no assessors.
    private async Task WhatMakesScoresUnsureIsRefusedAsync(string person)
    {
        await RefusedAsync("dingyi", $"{November}/scores", new { people = new[] { person } }, HttpStatusCode.Conflict, "2026年11月尚未结束");
        await RefusedAsync("dingyi", "/api/assessment/periods/2026/scores", new { people = new[] { person } }, HttpStatusCode.BadRequest, "不是考核月份");
        await RefusedAsync("hemin", $"{November}/scores", new { people = new[] { person } }, HttpStatusCode.Forbidden, "只有考核人员");
        await RefusedAsync("hemin", "/api/assessment/formulas", Formula("2027-01", "0"), HttpStatusCode.Forbidden, "只有考核人员");
        await RefusedAsync("dingyi", "/api/assessment/formulas", Formula("2027-01", "印发公文 / 退文"), HttpStatusCode.BadRequest, "除数为0（退文）");
        await RefusedAsync("dingyi", "/api/assessment/formulas", Formula("2027-01", "总分 − 1"), HttpStatusCode.BadRequest, "公式循环引用");
        await RefusedAsync("dingyi", "/api/assessment/formulas", Formula("2027-01", "奖励 × 2"), HttpStatusCode.BadRequest, "没有指标或行“奖励”");
        await RefusedAsync("dingyi", "/api/assessment/formulas", Formula("2027-01-15", "0"), HttpStatusCode.BadRequest, "一个考核月只用一版公式");
        foreach (var taken in new[] { "2026-12", "2026-11", "2026-03" })
            await RefusedAsync("dingyi", "/api/assessment/formulas", Formula(taken, "0"), HttpStatusCode.Conflict, "不能与它重叠");
        Assert.Equal(0, (await _host.ReadAsync("zhouyifan", November)).GetProperty("rows").GetArrayLength());
    }

    private async Task WhatWasUsedStaysAsync(string person)
    {
        using (var withdrawn = await _host.As("dingyi").DeleteAsync("/api/assessment/formulas/3"))
            Assert.Equal(HttpStatusCode.Conflict, withdrawn.StatusCode);
        using (var unused = await _host.As("dingyi").DeleteAsync("/api/assessment/formulas/4"))
            Assert.Equal(HttpStatusCode.NoContent, unused.StatusCode);
        await RefusedAsync("dingyi", $"{November}/people/{person}/corrections", new { eventId = "没有", measure = "退文", reason = "无" }, HttpStatusCode.NotFound, "考核记录");
        foreach (var format in new[] { "pdf", "docx", "xlsx" })
            Assert.True((await _host.As("dingyi").GetByteArrayAsync($"{November}/file?format={format}")).Length > 1000);
    }

    private static object Formula(string from, string penalty) => new
    {
        from, note = "按月调整。", lines = new[] { new { name = "退文扣分", formula = penalty }, new { name = "差错扣分", formula = "−差错 × 2" }, new { name = "信息加分", formula = "信息得分 × 1" }, new { name = "总分", formula = "100 + 退文扣分 + 差错扣分 + 信息加分" } },
    };

    private async Task ErrorAsync(string kind, string person)
    {
        var error = await Procedure.StartAsync(_host, "linzhiyuan", "zero-error", new
        {
            title = "附件合计有误", kind, item = "12　附件内容错误或未经校对", foundOn = "2026-11-16", unit = await Procedure.UnitAsync(_host, "秘书一科"), person, step = "发文办理／科室审核", facts = "第3行合计有误。",
        });
        await Procedure.DecideAsync(_host, "dingyi", error, "成立", new { grade = "一般" });
    }

    // Counts for 夏禾, who isn't assessed here.
    private async Task InformationAsync(string score)
    {
        var report = await Procedure.StartAsync(_host, "xiahe", "information-report", new { title = "青禾县推行一表通", kind = "主动报送", content = "试点情况。" });
        await Procedure.DecideAsync(_host, "luoyu", report, "呈送");
        await Procedure.DecideAsync(_host, "xupei", report, "采用", new { level = "市级", usedBy = "每日要情", score });
    }

    private async Task TableIsForWhoMaySeeItAsync(string assessor)
    {
        Assert.Equal(["林知远", "何敏"], Names(await _host.ReadAsync("dingyi", November)));
        Assert.Equal(["林知远", "何敏"], Names(await _host.ReadAsync("hemin", November)));
        Assert.Equal(["林知远"], Names(await _host.ReadAsync("linzhiyuan", November)));
        await _host.PostAsync("dingyi", $"{November}/scores", new { people = new[] { assessor, await Procedure.PersonAsync(_host, "夏禾") } });
        var reporter = await _host.ReadAsync("dingyi", $"{November}/people/{await Procedure.PersonAsync(_host, "夏禾")}");
        Assert.Equal(103.5m, reporter.GetProperty("total").GetDecimal());
        await RefusedAsync("dingyi", $"{November}/people/{assessor}/corrections", new { eventId = "x", measure = "退文", reason = "无" }, HttpStatusCode.Forbidden, "不能更正自己的考核记录");

        static List<string?> Names(JsonElement table) => [.. table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("personName").GetString())];
    }

    private async Task<(decimal, string)> TotalAsync(string login, string person)
    {
        var score = await _host.ReadAsync(login, $"{November}/people/{person}");
        return (score.GetProperty("total").GetDecimal(), score.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("measure").GetString()!).Distinct().Single());
    }

    private async Task<(decimal, string)?> ChainScoreAsync(string document)
    {
        var scores = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{document}/chain")).GetProperty("links").EnumerateArray().Single(link => link.GetProperty("documentId").GetString() == document).GetProperty("scores");
        return scores.GetArrayLength() == 0 ? null : (scores[0].GetProperty("points").GetDecimal(), scores[0].GetProperty("measure").GetString()!);
    }

    private async Task<List<(string, string)>> AuditAsync(params string[] people)
    {
        await using var scope = _host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var acts = await scope.ServiceProvider.GetRequiredService<IOfficeData>().Events.Where(record => record.Act.StartsWith("查看考核得分") || record.Act == "更正考核记录").Select(record => new { record.ActorName, record.Act, record.DetailJson }).ToListAsync();
        Assert.All(acts, act => Assert.Contains("2026-11", act.DetailJson, StringComparison.Ordinal));
        return [.. people.Select(name => (name, acts.Last(act => act.ActorName == name).Act))];
    }

    private async Task RefusedAsync(string login, string matter, string outcome, string reason)
    {
        var seat = (await _host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();
        await RefusedAsync(login, $"/api/work/seats/{seat}/outcome", new { outcome, form = new { values = new { objections = "无" } } }, null, reason);
    }

    private async Task RefusedAsync(string login, string path, object body, HttpStatusCode? status, string reason)
    {
        using var refused = await _host.As(login).PostAsJsonAsync(path, body);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.True(!refused.IsSuccessStatusCode && (status is null || refused.StatusCode == status), $"{path}: {(int)refused.StatusCode} {text}");
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }
}
