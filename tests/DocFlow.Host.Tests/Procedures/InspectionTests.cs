using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MiniExcelLibs;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>巡视整改: a list is imported into the register, each finding is mended, checked and closed by two, and the report counts them.</summary>
public sealed class InspectionTests : IAsyncLifetime
{
    private const string Id = "inspection-rectification";
    private const string Item = "rectification-item";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-01T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, Item);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J17")]
    [Trait("Procedure", Id)]
    public async Task Of_24_findings_23_are_imported_and_the_broken_cell_is_named_and_the_report_agrees_with_the_list()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: 23 procedures are started.");
        var batch = await Procedure.StartAsync(_host, "tangning", Id, new { title = "2026年度巡视移交问题清单", sender = "市委巡视工作领导小组办公室", receivedOn = "2026-12-01", dueOn = "2026-12-28" });
        var content = Sheet(Enumerable.Range(1, 24).Select(number => ($"问题{number}", number == 7 ? "不存在的单位" : number == 1 ? "青禾县委办公室" : "松岭县委办公室", number == 2 ? "2026年12月30日" : "2026-12-28")));

        var tried = await ImportAsync(content, batch, tryOnly: true);
        Assert.Equal((24, 23, 0), (tried.GetProperty("rows").GetInt32(), tried.GetProperty("right").GetInt32(), tried.GetProperty("matterIds").GetArrayLength()));
        Assert.Empty((await _host.ReadAsync("tangning", $"/api/procedures/{Item}/register")).GetProperty("rows").EnumerateArray());
        var done = await ImportAsync(content, batch);
        var problem = Assert.Single(done.GetProperty("problems").EnumerateArray());
        Assert.Equal(("C8", 8, "“责任单位”中没有名为“不存在的单位”的单位"), (problem.GetProperty("place").GetString(), problem.GetProperty("row").GetInt32(), problem.GetProperty("reason").GetString()));
        // Pressed again, the same file brings nothing new.
        Assert.Equal(done.GetProperty("matterIds").ToString(), (await ImportAsync(content, batch)).GetProperty("matterIds").ToString());
        await _host.SettleAsync();
        Assert.Equal(23, (await _host.ReadAsync("tangning", $"/api/procedures/{Item}/register")).GetProperty("total").GetInt32());
        var first = done.GetProperty("matterIds")[0].GetString()!;
        var line = await Procedure.RowAsync(_host, "xiahe", Item, first);
        Assert.Equal(("问题1", "会议管理", "青禾县委办公室", "夏禾", "2026-12-28", "（无权查看）"), (line["问题"], line["问题类别"], line["责任单位"], line["责任人"], line["整改期限"], line["来源"]));
        Assert.Equal("2026-12-30", (await Procedure.RowAsync(_host, "tangning", Item, done.GetProperty("matterIds")[1].GetString()!))["整改期限"]);
        await Procedure.DecideAsync(_host, "tangning", batch, "分解完毕");
        Assert.Equal("0/23", (await Procedure.RowAsync(_host, "tangning", Id, batch))["销号进度"]);

        await Procedure.DecideAsync(_host, "xiahe", first, "报送措施", new { measure = "补齐会议台账。" });
        await Procedure.DecideAsync(_host, "tangning", first, "措施可行");
        await Procedure.DecideAsync(_host, "xiahe", first, "整改完成", new { progress = "台账已补齐。" });
        await Procedure.DecideAsync(_host, "tangning", first, "未整改到位", opinion: "缺11月。");
        await Procedure.DecideAsync(_host, "xiahe", first, "整改完成", new { progress = "台账已全部补齐。" });
        await Procedure.DecideAsync(_host, "tangning", first, "核查通过");
        await Procedure.DecideAsync(_host, "zhengliqun", first, "销号");
        Assert.Equal("1/23", (await Procedure.RowAsync(_host, "tangning", Id, batch))["销号进度"]);
        // The whole isn't reported while findings are open.
        var seat = await _host.WaitForSeatAsync("tangning", batch);
        using var early = await _host.As("tangning").PostAsJsonAsync($"/api/work/seats/{seat.GetProperty("seatId").GetString()}/outcome", new { outcome = "报请审定", form = new { values = new { summary = "已整改。" } } });
        Assert.Equal((HttpStatusCode.Conflict, true), (early.StatusCode, (await early.Content.ReadAsStringAsync()).Contains("还有22项分解事项没有办结", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task A_short_list_is_closed_and_reported_and_what_does_not_fit_is_refused_whole()
    {
        var batch = await Procedure.StartAsync(_host, "tangning", Id, new { title = "移交问题清单", sender = "市委巡视办", receivedOn = "2026-12-01", dueOn = "2026-12-28" });
        foreach (var (content, reason) in new (byte[], string)[]
        {
            ([.. "甲,乙\n1,2"u8], "没有找到表头"),
            ([.. "问题,整改期限\n一,2026-12-28"u8], "缺少必填的“责任单位”"),
            ([.. "问题,责任单位,整改期限,颜色\n一,青禾县委办公室,2026-12-28,红"u8], "表头D1“颜色”不是本台账的字段"),
            ([.. "问题,责任单位,问题,整改期限\n"u8], "表头C1“问题”重复"),
        })
        {
            using var refused = await _host.As("tangning").PostAsJsonAsync($"/api/procedures/{Item}/import", new { content, bornFromId = batch });
            Assert.Equal((HttpStatusCode.BadRequest, true), (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains(reason, StringComparison.Ordinal)));
        }

        using (var other = await _host.As("xiahe").PostAsJsonAsync($"/api/procedures/{Item}/import", new { content = Array.Empty<byte>() }))
            Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        var done = await ImportAsync([.. "问题,责任单位,整改期限\n会议台账不完整,青禾县委办公室,2026-12-28\n"u8], batch);
        await _host.SettleAsync();
        await Procedure.DecideAsync(_host, "tangning", batch, "分解完毕");
        var item = done.GetProperty("matterIds")[0].GetString()!;
        await Procedure.DecideAsync(_host, "xiahe", item, "报送措施", new { measure = "补齐会议台账。", owner = "夏禾" });
        await Procedure.DecideAsync(_host, "tangning", item, "措施可行");
        await Procedure.DecideAsync(_host, "xiahe", item, "整改完成", new { progress = "台账已补齐。" });
        await Procedure.DecideAsync(_host, "tangning", item, "核查通过");
        await Procedure.DecideAsync(_host, "zhengliqun", item, "销号");
        await Procedure.DecideAsync(_host, "tangning", batch, "报请审定", new { summary = "移交问题已整改到位。" });
        await Procedure.DecideAsync(_host, "zhengliqun", batch, "同意");
        (await SealPictures.RegisterAsync(_host, "中共云河市委办公室", 42)).Dispose();
        await Procedure.DecideAsync(_host, "guchen", batch, "用印");

        await Procedure.MoveClockAsync(_host, "2026-12-02T09:00:00+08:00");
        var month = await ProducedFiles.CheckedReportAsync(_host, "tangning", Item, "督查专报", "month=2026-12&at=2026-12-02T08:00:00%2B08:00");
        Assert.Contains("台账共有1件，其中按期办结1件", month, StringComparison.Ordinal);
        var report = await ProducedFiles.CheckedAsync(_host, "tangning", batch, "整改情况报告");
        foreach (var words in new[] { "云办报〔2026〕1号", "签发人：郑立群", "移交问题1个，按期销号1个，逾期销号0个，正在整改0个", "会议台账不完整", "补齐会议台账。", "台账已补齐。" })
            Assert.Contains(words, report, StringComparison.Ordinal);
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "tangning", batch, "整改情况报告"));
        Assert.Equal("Archived", (await _host.ReadAsync("tangning", $"/api/documents/{batch}")).GetProperty("state").GetString());
    }

    private Task<JsonElement> ImportAsync(byte[] content, string batch, bool tryOnly = false) =>
        _host.PostAsync("tangning", $"/api/procedures/{Item}/import", new { content, tryOnly, bornFromId = batch });

    private static byte[] Sheet(IEnumerable<(string Title, string Unit, string Due)> findings)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(findings.Select((finding, index) => new Dictionary<string, object>
        {
            ["问题"] = finding.Title, ["问题类别"] = "会议管理", ["责任单位"] = finding.Unit, ["责任人"] = "夏禾",
            ["整改期限"] = index == 2 ? new DateTime(2026, 12, 28) : finding.Due,
        }).ToList());
        return stream.ToArray();
    }
}
