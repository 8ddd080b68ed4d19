using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>The office's smaller procedures from form to archive, in one office; each has its own rules.</summary>
public sealed class OfficeProcedureTests(OfficeProcedureTests.Room room) : IClassFixture<OfficeProcedureTests.Room>
{
    private readonly OfficeHost _host = room.Host;

    [Fact]
    [Trait("Procedure", "party-activity")]
    public async Task A_party_activity_is_proposed_held_recorded_and_graded_and_stands_in_its_month()
    {
        var matter = await Procedure.StartAsync(_host, "hemin", "party-activity", new
        {
            title = "参观党史馆", branch = await Procedure.UnitAsync(_host, "秘书一科"), type = "主题党日", plannedOn = "2026-12-18", plan = "12月18日下午集体参观。",
        });
        await Procedure.DecideAsync(_host, "dingyi", matter, "同意");
        await RefusedAsync("hemin", matter, "已开展", new { heldOn = "2026-12-18", record = "已参观。" }, "请填写“参加人数”");
        await Procedure.DecideAsync(_host, "hemin", matter, "已开展", new { heldOn = "2026-12-18", attendance = "12", record = "已参观。" });
        await Procedure.DecideAsync(_host, "dingyi", matter, "补记录", opinion: "补心得。");
        await Procedure.DecideAsync(_host, "hemin", matter, "已开展", new { record = "已参观并交流心得。" });
        await Procedure.DecideAsync(_host, "dingyi", matter, "评价", new { grade = "好" }, "组织有序。");

        var row = await Procedure.RowAsync(_host, "dingyi", "party-activity", matter);
        Assert.Equal(("秘书一科", "主题党日", "2026-12-18", "12", "好", "组织有序。", "办结"), (row["支部"], row["类型"], row["开展日期"], row["人数"], row["评价"], row["评价意见"], row["状态"]));
        var matrix = await _host.ReadAsync("dingyi", "/api/procedures/party-activity/matrix");
        Assert.Equal(("2026-12", "秘书一科", 1), (matrix.GetProperty("columns")[0].GetString(), matrix.GetProperty("rows")[0].GetProperty("name").GetString(), matrix.GetProperty("done").GetInt32()));
    }

    [Fact]
    [Trait("Journey", "J19")]
    [Trait("Procedure", "duty-lists")]
    public async Task The_duty_lists_go_to_each_unit_which_reports_by_each_quarters_day()
    {
        var unit = await Procedure.UnitAsync(_host, "督查室");
        var lists = await Procedure.StartAsync(_host, "dingyi", "duty-lists", new
        {
            title = "2027年两清单一计划", tasks = "一、政治建设。", duties = "一、主体责任。", plan = "按季推进。", units = unit, q1Due = "2027-03-31", q2Due = "2027-06-30", q3Due = "2027-09-30", q4Due = "2027-12-31",
        });
        await Procedure.DecideAsync(_host, "zhengliqun", lists, "审定");
        var report = await PartAsync("duty-report", "dingyi");
        await Procedure.DecideAsync(_host, "tangning", report, "签收", new { owner = await Procedure.PersonAsync(_host, "唐宁") });

        foreach (var (step, field, due, progress) in new[] { ("一季度报告", "q1", "2027-03-31", "25"), ("二季度报告", "q2", "2027-06-30", "50"), ("三季度报告", "q3", "2027-09-30", "75"), ("四季度报告", "q4", "2027-12-31", "100") })
        {
            var seat = await _host.WaitForSeatAsync("tangning", report);
            Assert.Equal((step, DateTimeOffset.Parse($"{due}T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture)), (seat.GetProperty("stepName").GetString(), seat.GetProperty("dueAt").GetDateTimeOffset()));
            await Procedure.DecideAsync(_host, "tangning", report, "报告", new Dictionary<string, string> { [field] = $"{step}：按计划完成。", ["progress"] = progress });
        }

        await RefusedAsync("dingyi", lists, "评估", new { evaluation = "好" }, "还有1项分解事项没有办结");
        await Procedure.DecideAsync(_host, "dingyi", report, "通过");
        await Procedure.DecideAsync(_host, "dingyi", lists, "评估", new { evaluation = "全面完成。" });
        Assert.Equal(("100", "办结"), ((await Procedure.RowAsync(_host, "dingyi", "duty-report", report))["进度%"], (await Procedure.RowAsync(_host, "dingyi", "duty-lists", lists))["状态"]));
    }

    [Fact]
    [Trait("Journey", "J19")]
    [Trait("Procedure", "research-topic")]
    public async Task A_research_topic_closes_only_with_a_named_use_of_its_result()
    {
        var matter = await Procedure.StartAsync(_host, "luoyu", "research-topic", new
        {
            title = "基层减负长效机制研究", leader = await Procedure.PersonAsync(_host, "韩松"), unit = await Procedure.UnitAsync(_host, "法规科"), reportOn = "2026-12-15",
        });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "立项");
        await Procedure.DecideAsync(_host, "songzhiwei", matter, "提交方案", new { plan = "走访三个县。" });
        await RefusedAsync("songzhiwei", matter, "提交报告", new { summary = "已形成报告。" }, "请填写“调研报告”");
        await FileAsync("songzhiwei", matter, "提交报告", new { summary = "已形成报告。" }, "report");
        await Procedure.DecideAsync(_host, "hansong", matter, "修改", opinion: "补数据。");
        await FileAsync("songzhiwei", matter, "提交报告", new { summary = "已补数据。" }, "report");
        await Procedure.DecideAsync(_host, "hansong", matter, "通过", opinion: "可用。");
        await RefusedAsync("songzhiwei", matter, "结项", new { use = "形成文件" }, "请填写“用在何处”");
        await Procedure.DecideAsync(_host, "songzhiwei", matter, "结项", new { use = "形成文件", usedIn = "云办发〔2026〕40号" });

        var row = await Procedure.RowAsync(_host, "luoyu", "research-topic", matter);
        Assert.Equal(("韩松", "法规科", "2026-12-15", "可用。", "形成文件", "云办发〔2026〕40号", "办结"), (row["牵头领导"], row["承担单位"], row["报告日期"], row["评审意见"], row["成果用途"], row["用在何处"], row["状态"]));
    }

    [Fact]
    [Trait("Procedure", "information-report")]
    public async Task Reported_information_is_used_with_a_score_or_left_with_a_reason()
    {
        var used = await Procedure.StartAsync(_host, "xiahe", "information-report", new { title = "青禾县推行一表通", kind = "主动报送", content = "试点情况。" });
        var left = await Procedure.StartAsync(_host, "xiahe", "information-report", new { title = "青禾县开会", kind = "约稿", content = "会议情况。" });
        foreach (var matter in new[] { used, left })
            await Procedure.DecideAsync(_host, "luoyu", matter, "呈送");
        await RefusedAsync("xupei", used, "采用", new { level = "市级", usedBy = "每日要情", score = "21" }, "“得分”不能大于20");
        await Procedure.DecideAsync(_host, "xupei", used, "采用", new { level = "市级", usedBy = "每日要情", score = "3.5" });
        await RefusedAsync("xupei", left, "不采用", new { }, "请填写“不采用原因”");
        await Procedure.DecideAsync(_host, "xupei", left, "不采用", new { reason = "内容单薄" });

        var grouped = await _host.ReadAsync("luoyu", "/api/procedures/information-report/register?group=unit");
        var group = grouped.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("value").GetString() == "青禾县委办公室");
        Assert.Equal((2, 3.5m), (group.GetProperty("count").GetInt32(), group.GetProperty("totals").GetProperty("field:score").GetDecimal()));
        Assert.Equal("内容单薄", (await Procedure.RowAsync(_host, "luoyu", "information-report", left))["不采用原因"]);
    }

    [Fact]
    [Trait("Procedure", "check-plan")]
    public async Task An_inspection_that_is_not_in_the_plan_needs_a_recorded_approval()
    {
        var (planned, extra, refused) = (await CheckAsync("计划内"), await CheckAsync("计划外"), await CheckAsync("计划外"));
        foreach (var matter in new[] { planned, extra, refused })
            await Procedure.DecideAsync(_host, "luoyu", matter, "提请审定");

        await Procedure.DecideAsync(_host, "zhengliqun", planned, "列入");
        // The director can't let it in: it waits for the secretary-general, who must say by what.
        await RefusedAsync("hansong", extra, "批准", new { }, "请填写“审批依据”");
        await Procedure.DecideAsync(_host, "hansong", extra, "批准", new { approval = "市委专题会议纪要第12期" });
        await Procedure.DecideAsync(_host, "hansong", refused, "不予批准", new { refusal = "与已列入事项重复" });
        Assert.Contains((await _host.ReadAsync("xiahe", "/api/circulations")).GetProperty("rows").EnumerateArray(), row => row.GetProperty("documentId").GetString() == extra);
        foreach (var matter in new[] { planned, extra })
        {
            await Procedure.DecideAsync(_host, "shilei", matter, "已执行", new { doneOn = "2026-12-20", result = "已检查。" });
            await Procedure.DecideAsync(_host, "tangning", matter, "备案");
        }

        var (one, other, no) = (await Procedure.RowAsync(_host, "luoyu", "check-plan", planned), await Procedure.RowAsync(_host, "luoyu", "check-plan", extra), await Procedure.RowAsync(_host, "luoyu", "check-plan", refused));
        Assert.Equal(("3", "2", "2026-12-20", ""), (one["上年次数"], one["本年次数"], one["执行日期"], one["审批依据"]));
        Assert.Equal(("市委专题会议纪要第12期", "韩松", "办结"), (other["审批依据"], other["审批人"], other["状态"]));
        Assert.Equal(("与已列入事项重复", "", "办结"), (no["不列入原因"], no["执行日期"], no["状态"]));
        var totals = (await _host.ReadAsync("luoyu", "/api/procedures/check-plan/register")).GetProperty("totals");
        Assert.Equal((9m, 6m), (totals.GetProperty("field:lastYear").GetDecimal(), totals.GetProperty("field:thisYear").GetDecimal()));
    }

    [Fact]
    public async Task Every_procedure_of_the_office_tells_its_steps_and_what_it_rests_on()
    {
        foreach (var entry in (await _host.ReadAsync("luoyu", "/api/procedures")).EnumerateArray().Where(entry => entry.GetProperty("registerName").ValueKind == JsonValueKind.String && entry.GetProperty("id").GetString() != "policy-document"))
        {
            var help = (await _host.ReadAsync("luoyu", $"/api/procedures/{entry.GetProperty("id").GetString()}/register")).GetProperty("help");
            Assert.True(help.GetProperty("steps").GetArrayLength() > 0 && help.GetProperty("sources").GetArrayLength() > 0, entry.ToString());
        }
    }

    private async Task<string> CheckAsync(string planned) => await Procedure.StartAsync(_host, "shilei", "check-plan", new
    {
        title = $"财政资金检查（{planned}）", organiser = await Procedure.UnitAsync(_host, "市财政局"), planned, basis = "年度工作安排。", @checked = await Procedure.UnitAsync(_host, "青禾县委办公室"), lastYear = "3", thisYear = "2", heldBy = "2026-12-25",
    });

    private async Task<string> PartAsync(string procedure, string login)
    {
        var register = await _host.WaitForAsync(login, $"/api/procedures/{procedure}/register", read => read.GetProperty("rows").GetArrayLength() > 0);
        return register.GetProperty("rows")[0].GetProperty("documentId").GetString()!;
    }

    private async Task FileAsync(string login, string matter, string outcome, object values, string field)
    {
        var seat = (await _host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();
        await _host.PostAsync(login, $"/api/work/seats/{seat}/outcome", new
        {
            outcome, form = new { values, files = new Dictionary<string, object> { [field] = new { name = "报告.txt", content = Convert.ToBase64String("报告"u8) } } },
        });
        await _host.SettleAsync();
    }

    private async Task RefusedAsync(string login, string matter, string outcome, object values, string reason)
    {
        var seat = (await _host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();
        using var refused = await _host.As(login).PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome, form = new { values } });
        var text = await refused.Content.ReadAsStringAsync();
        Assert.True(refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, text);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    /// <summary>One office for all of them.</summary>
    public sealed class Room : IAsyncLifetime
    {
        internal OfficeHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
            await Procedure.BringAsync(Host, "party-activity", "duty-report", "duty-lists", "research-topic", "information-report", "check-plan");
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
