using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>工作流程优化: figures before, a new version played on past items, released by a second person, figures after, on one sheet.</summary>
public sealed class ProcessImprovementTests : IAsyncLifetime
{
    private const string Id = "process-improvement";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-10-12T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, "research-topic", "information-report");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J24")]
    [Trait("Journey", "J26")]
    [Trait("Procedure", Id)]
    public async Task A_procedure_is_measured_played_anew_released_by_another_and_measured_again()
    {
        // 信息报送 as it was: five working hours for one, two for the other.
        await ReportAsync("青禾县推行一表通", "2026-10-12T13:00:00+08:00", "2026-10-12T14:00:00+08:00");
        await ReportAsync("青禾县不予采用的信息", "2026-10-12T15:00:00+08:00", "2026-10-12T16:00:00+08:00", isUsed: false);
        await PastItemsArePlayedAsync();
        var matter = await Procedure.StartAsync(_host, "xiahe", Id, new { title = "压减信息报送环节", process = "信息报送", problem = "审核与采用重复。", goal = "当天采用。" });
        await Procedure.DecideAsync(_host, "luoyu", matter, "立项", new { analysis = "审核只转手。" });
        var row = await Procedure.RowAsync(_host, "luoyu", Id, matter);
        Assert.Equal(("信息报送", "1", "3", "3.5", "0"), (row["流程"], row["原版本"], row["原环节数"], Rounded(row["原时长（小时）"]), row["原退回率%"]));

        // A version that there isn't can't be played: back to the designer, with the reason.
        await Procedure.DecideAsync(_host, "luoyu", matter, "提交设计", new { design = "并入采用。", newVersion = "7" });
        Assert.Contains((await _host.ReadAsync("luoyu", $"/api/documents/{matter}")).GetProperty("trace").EnumerateArray(), act => act.GetProperty("act").GetString() == "模拟未完成" && act.GetProperty("opinion").GetString()!.Contains("没有找到这一版流程", StringComparison.Ordinal));
        await PublishWithoutReviewAsync();
        await Procedure.DecideAsync(_host, "luoyu", matter, "提交设计", new { newVersion = "2" });
        var simulated = (await _host.ReadAsync("luoyu", $"/api/documents/{matter}")).GetRawText();
        Assert.Contains("以第2版模拟最近2件，2件走到办结", simulated, StringComparison.Ordinal);
        Assert.Contains("2件：登记→采用", simulated, StringComparison.Ordinal);
        await Procedure.DecideAsync(_host, "luoyu", matter, "送发布", new { simulationNote = "少一个环节。" });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "发布", new { releasedOn = "2026-10-13", evaluateOn = "2026-12-15" });
        var seat = await _host.WaitForSeatAsync("luoyu", matter);
        Assert.Equal(("评估", DateTimeOffset.Parse("2026-12-15T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture)), (seat.GetProperty("stepName").GetString(), seat.GetProperty("dueAt").GetDateTimeOffset()));

        await Procedure.MoveClockAsync(_host, "2026-12-14T09:00:00+08:00");
        await ReportAsync("青禾县减会", null, "2026-12-14T10:30:00+08:00");
        await Procedure.DecideAsync(_host, "luoyu", matter, "评估", new { verdict = "达到目标", evaluation = "当天采用。" });

        // The two papers are drawn within the step: it closes a moment after.
        await _host.WaitForAsync("luoyu", $"/api/documents/{matter}", read => Procedure.Acts(read).Contains("归档"));
        row = await Procedure.RowAsync(_host, "luoyu", Id, matter);
        Assert.Equal(("2", "2", "1.5", "达到目标", "郑立群", "办结"), (row["新版本"], row["新环节数"], Rounded(row["新时长（小时）"]), row["结论"], row["发布人"], row["状态"]));
        Assert.Equal(["优化前后对照表", "流程图"], (await ProducedFiles.NamesAsync(_host, "luoyu", matter)).Order(StringComparer.Ordinal));
        var chart = await WordsAsync(matter, "流程图");
        Assert.Contains("信息报送流程图", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("审核", chart, StringComparison.Ordinal);
        Assert.Contains("全程时长（中位数）", await WordsAsync(matter, "优化前后对照表"), StringComparison.Ordinal);
    }

    // Nothing of what is played is kept, and titles stay with those who may read them.
    private async Task PastItemsArePlayedAsync()
    {
        var played = await _host.ReadAsync("luoyu", "/api/analysis/information-report/simulation");
        Assert.Equal(2, played.GetProperty("over").GetInt32());
        var item = played.GetProperty("items")[1];
        Assert.Equal("青禾县推行一表通", item.GetProperty("title").GetString());
        Assert.Equal([("登记", "夏禾"), ("审核", "罗予"), ("采用", "许沛")], item.GetProperty("path").EnumerateArray().Select(step => (step.GetProperty("step").GetString()!, step.GetProperty("people")[0].GetString()!)));
        Assert.True(item.GetProperty("endsAt").GetDateTimeOffset() > DateTimeOffset.Parse("2026-10-12T16:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(played.GetProperty("loads").EnumerateArray(), load => (load.GetProperty("personName").GetString(), load.GetProperty("steps").GetInt32()) == ("许沛", 2));
        Assert.Equal(2, (await _host.ReadAsync("luoyu", "/api/procedures/information-report/register")).GetProperty("total").GetInt32());
        Assert.Equal("（无权查看）", (await _host.ReadAsync("hemin", "/api/analysis/information-report/simulation")).GetProperty("items")[0].GetProperty("title").GetString());
        foreach (var (path, status) in new[] { ("information-report/simulation?items=0", HttpStatusCode.BadRequest), ("information-report/simulation?items=51", HttpStatusCode.BadRequest), ("information-report/simulation?version=9", HttpStatusCode.NotFound), ("research-topic/simulation", HttpStatusCode.BadRequest) })
        {
            using var refused = await _host.As("luoyu").GetAsync($"/api/analysis/{path}");
            Assert.True(refused.StatusCode == status, $"{path}: {refused.StatusCode}");
        }
    }

    // Without a time for 审核, the version has no such step.
    private async Task<string> ReportAsync(string title, string? reviewedAt, string usedAt, bool isUsed = true)
    {
        var report = await Procedure.StartAsync(_host, "xiahe", "information-report", new { title, kind = "主动报送", content = "试点情况。" });
        if (reviewedAt is not null)
        {
            await Procedure.MoveClockAsync(_host, reviewedAt);
            await Procedure.DecideAsync(_host, "luoyu", report, "呈送");
        }

        await Procedure.MoveClockAsync(_host, usedAt);
        await (isUsed ? Procedure.DecideAsync(_host, "xupei", report, "采用", new { level = "市级", usedBy = "每日要情", score = "3" }) : Procedure.DecideAsync(_host, "xupei", report, "不采用", new { reason = "内容单薄" }));
        return report;
    }

    // The designer's second version: 登记 leads to 采用.
    private async Task PublishWithoutReviewAsync()
    {
        var file = Path.Combine(_host.Folder, "workflows", "information-report.json");
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var (activities, connections) = (definition["root"]!["activities"]!.AsArray(), definition["root"]!["connections"]!.AsArray());
        string IdOf(string name) => activities.Single(activity => (string?)activity!["stepName"]?["expression"]?["value"] == name)!["id"]!.GetValue<string>();
        var (review, use) = (IdOf("审核"), IdOf("采用"));
        foreach (var connection in connections.Where(connection => (string?)connection!["source"]!["activity"] == review).ToList())
            connections.Remove(connection);
        foreach (var connection in connections.Where(connection => (string?)connection!["target"]!["activity"] == review))
            connection!["target"]!["activity"] = use;
        activities.Remove(activities.Single(activity => (string?)activity!["id"] == review));
        await File.WriteAllTextAsync(file, definition.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true }));
        await _host.Get<DocFlow.Host.Engines.WorkflowFolderImport>().ImportAllAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> WordsAsync(string matter, string name)
    {
        var hash = (await _host.ReadAsync("luoyu", $"/api/documents/{matter}")).GetProperty("files").EnumerateArray().Single(file => file.GetProperty("name").GetString() == name && file.GetProperty("format").GetString() == "pdf").GetProperty("fileHash").GetString();
        using var pdf = PdfDocument.Open(await _host.As("luoyu").GetByteArrayAsync($"/api/documents/{matter}/files/{hash}"));
        return string.Concat(Assert.Single(pdf.GetPages()).Letters.Select(letter => letter.Value));
    }

    private static string Rounded(string? hours) => Math.Round(double.Parse(hours!, System.Globalization.CultureInfo.InvariantCulture), 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
