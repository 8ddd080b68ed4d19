using System.Net;
using System.Text.Json;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Analytics;

/// <summary>流程分析: what was done in October beside what was done in December, from events.</summary>
public sealed class ProcessAnalysisTests(ProcessAnalysisTests.Room room) : IClassFixture<ProcessAnalysisTests.Room>
{
    private const string Path = "/api/analysis/policy-document";
    private const double Little = 0.05;

    private readonly OfficeHost _host = room.Host;

    [Fact]
    [Trait("Journey", "J26")]
    public async Task October_beside_December_shows_times_returns_and_the_paths_that_were_really_taken()
    {
        // 9:00 sent, opened at 10:00, sent back at 11:00, sent again at 13:00, agreed to the next day at 9:30.
        var october = await Notice.StartAsync(_host);
        await _host.WaitForSeatAsync("hemin", october);
        await MoveAsync("2026-10-12T10:00:00+08:00");
        await _host.ReadAsync("hemin", $"/api/documents/{october}");
        await MoveAsync("2026-10-12T11:00:00+08:00");
        await _host.DecideAsync("hemin", october, "退回", "附件缺表头。");
        await MoveAsync("2026-10-12T13:00:00+08:00");
        await _host.DecideAsync("linzhiyuan", october, "送审");
        await MoveAsync("2026-10-13T09:30:00+08:00");
        await _host.DecideAsync("hemin", october, "同意");
        await MoveAsync("2026-12-14T09:00:00+08:00");
        var december = await Notice.StartAsync(_host);
        await _host.WaitForSeatAsync("hemin", december);
        await MoveAsync("2026-12-14T10:00:00+08:00");
        await _host.DecideAsync("hemin", december, "同意");

        var reading = await _host.ReadAsync("hemin", $"{Path}?period=2026-10");
        var review = reading.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == "科室审核");
        Assert.Equal((2, 1), (review.GetProperty("visits").GetInt32(), review.GetProperty("returned").GetInt32()));
        // Visits of 2 and 5.5 working hours; one of them opened after an hour, the other not before it was decided.
        Assert.Equal(3.75, review.GetProperty("medianHours").GetDouble(), Little);
        Assert.Equal(3.25, review.GetProperty("medianWaiting").GetDouble(), Little);
        Assert.Equal(0.5, review.GetProperty("medianWorking").GetDouble(), Little);
        Assert.Equal(
            [("拟稿", "科室审核", 2, false), ("开始", "拟稿", 1, false), ("科室审核", "拟稿", 1, true)],
            reading.GetProperty("paths").EnumerateArray().Select(path => (path.GetProperty("from").GetString()!, path.GetProperty("to").GetString()!, path.GetProperty("count").GetInt32(), path.GetProperty("isRework").GetBoolean())));
        Assert.All(reading.GetProperty("paths").EnumerateArray(), path => Assert.True(path.GetProperty("isDesigned").GetBoolean()));
        Assert.Equal("秘书一科", reading.GetProperty("byUnit")[0].GetProperty("name").GetString());
        Assert.Equal("通知", reading.GetProperty("byKind")[0].GetProperty("name").GetString());
        Assert.Equal(0, (await _host.ReadAsync("hemin", $"{Path}?period=2026-10&kind=函")).GetProperty("items").GetInt32());

        var lines = Lines(await _host.ReadAsync("hemin", $"{Path}/comparison?before=2026-10&after=2026-12"));
        Assert.Equal((3.75, 1.0, -2.75), (Math.Round(lines["科室审核：时长（中位数）"].Before!.Value, 1) == 3.8 ? 3.75 : 0, Math.Round(lines["科室审核：时长（中位数）"].After!.Value, 1), Math.Round(lines["科室审核：时长（中位数）"].Change!.Value * 4) / 4));
        Assert.Equal((33.3, 0.0), (lines["退回率"].Before, lines["退回率"].After));
        Assert.Equal((1.0, 1.0), (lines["办理件数"].Before, lines["办理件数"].After));
        var byRelease = await _host.ReadAsync("hemin", $"{Path}/comparison?days=60");
        Assert.Equal("第1版发布", byRelease.GetProperty("change").GetString());
        foreach (var format in new[] { "pdf", "docx", "xlsx" })
            Assert.True((await _host.As("hemin").GetByteArrayAsync($"{Path}/comparison/file?format={format}&before=2026-10&after=2026-12")).Length > 1000);
    }

    [Fact]
    [Trait("Journey", "J24")]
    public async Task The_chart_stands_on_one_sheet_with_all_its_words()
    {
        using var pdf = PdfDocument.Open(await _host.As("hemin").GetByteArrayAsync($"{Path}/chart"));

        var page = Assert.Single(pdf.GetPages());
        var text = string.Concat(page.Letters.Select(letter => letter.Value));
        Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        Assert.All(["发文办理流程图", "科室审核", "办公室核稿", "会签", "签发", "编号登记", "归档", "退回"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(page.Letters, letter => Assert.InRange(letter.StartBaseLine.X, 60, 535));
    }

    [Fact]
    public async Task Analysis_is_for_those_who_lead_or_improve_and_asks_for_periods_that_there_are()
    {
        foreach (var (login, path, status) in new[]
        {
            ("linzhiyuan", $"{Path}?period=2026-10", HttpStatusCode.Forbidden), ("xiahe", $"{Path}/comparison?before=2026-10&after=2026-12", HttpStatusCode.Forbidden), ("linzhiyuan", $"{Path}/chart", HttpStatusCode.Forbidden),
            ("hemin", $"{Path}?period=2026-13", HttpStatusCode.BadRequest), ("hemin", $"{Path}/comparison?before=2026-10", HttpStatusCode.BadRequest), ("hemin", $"{Path}/comparison?before=2026-12&after=2026-10", HttpStatusCode.BadRequest),
            ("hemin", $"{Path}/comparison?days=0", HttpStatusCode.BadRequest), ("hemin", "/api/analysis/none", HttpStatusCode.NotFound), ("hemin", $"{Path}/chart?version=9", HttpStatusCode.NotFound),
        })
        {
            using var answer = await _host.As(login).GetAsync(path);
            Assert.True(answer.StatusCode == status, $"{login} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal(0, (await _host.ReadAsync("linzhiyuan", "/api/analysis")).GetArrayLength());
        Assert.Contains((await _host.ReadAsync("hemin", "/api/analysis")).EnumerateArray(), entry => entry.GetProperty("id").GetString() == "policy-document");
    }

    private Task MoveAsync(string now) => _host.PostAsync("suxiao", "/api/clock", new { now });

    private static Dictionary<string, (double? Before, double? After, double? Change)> Lines(JsonElement comparison) => comparison.GetProperty("lines").EnumerateArray().ToDictionary(
        line => line.GetProperty("name").GetString()!, line => (Number(line, "before"), Number(line, "after"), Number(line, "change")));

    private static double? Number(JsonElement line, string name) => line.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>One office for all of them, from October on.</summary>
    public sealed class Room : IAsyncLifetime
    {
        internal OfficeHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-10-12T09:00:00+08:00" }));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
