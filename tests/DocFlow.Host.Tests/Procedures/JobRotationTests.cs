using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>轮岗交流 from the plan to the signed sheet.</summary>
public sealed class JobRotationTests : IAsyncLifetime
{
    private const string Id = "job-rotation";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-08T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J23")]
    [Trait("Procedure", Id)]
    public async Task On_the_day_all_open_items_move_in_one_act_rights_change_and_both_sign()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a host of its own; HandoverJourneyTests plays the hand-over itself.");
        var documents = new List<string>();
        for (var count = 0; count < 4; count++)
            documents.Add(await Notice.DraftAsync(_host));
        for (var count = 0; count < 3; count++)
            documents.Add(await Notice.StartAsync(_host));
        var delegation = await _host.PostAsync("luoyu", "/api/work/delegations", new { toPersonId = await PersonAsync("林知远"), from = "2026-12-08T10:00:00+08:00", to = "2026-12-30T10:00:00+08:00", reason = "外出学习。" });
        using (var wrong = await StartAsync("督查室/处长"))
            Assert.Contains("“到岗岗位”没有选项“督查室/处长”", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var started = await StartAsync("督查室/主任");
        var matter = JsonDocument.Parse(await started.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await _host.SettleAsync();
        await DecideAsync("zhengliqun", matter, "同意");

        // Seven open items with proposed owners; one is given to somebody else.
        await _host.WaitForSeatAsync("dingyi", matter);
        var items = JsonSerializer.Deserialize<List<Dictionary<string, string>>>((await _host.ReadAsync("dingyi", $"/api/documents/{matter}")).GetProperty("acts")[0].GetProperty("fields")[0].GetProperty("value").GetString()!)!;
        Assert.Equal(documents.Order(), items.Select(item => item["document"]).Order());
        var (head, other) = (await PersonAsync("何敏"), await PersonAsync("周亦凡"));
        Assert.All(items, item => Assert.Equal(head, item["owner"]));
        items.Single(item => item["document"] == documents[0])["owner"] = other;
        await DecideAsync("dingyi", matter, "预定交接", new { items = JsonSerializer.Serialize(items) });

        await Procedure.MoveClockAsync(_host, "2026-12-13T23:59:00+08:00");
        Assert.Equal(HttpStatusCode.OK, (await _host.As("linzhiyuan").GetAsync($"/api/documents/{documents[0]}")).StatusCode);
        var seat = (await _host.WaitForSeatAsync("dingyi", matter)).GetProperty("seatId").GetString();
        using (var early = await _host.As("dingyi").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "到岗", form = new { values = new { arrival = "已到岗。" } } }))
            Assert.Contains("工作定于2026年12月14日00:00移交", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-12-14T00:01:00+08:00");

        foreach (var id in documents)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _host.As("linzhiyuan").GetAsync($"/api/documents/{id}")).StatusCode);
            var act = (await _host.ReadAsync(id == documents[0] ? "zhouyifan" : "hemin", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray().Single(row => row.GetProperty("act").GetString() == "交接");
            Assert.StartsWith(id == documents[0] ? "林知远移交周亦凡：" : "林知远移交何敏：", act.GetProperty("opinion").GetString(), StringComparison.Ordinal);
        }

        Assert.False((await _host.ReadAsync("luoyu", "/api/work/delegations")).EnumerateArray().Single(row => row.GetProperty("id").GetString() == delegation.GetProperty("id").GetString()).GetProperty("isInForce").GetBoolean());
        var units = (await _host.ReadAsync("dingyi", "/api/work/units")).EnumerateArray().Where(unit => unit.GetProperty("members").EnumerateArray().Any(member => member.GetProperty("name").GetString() == "林知远"));
        Assert.Equal(["督查室"], units.Select(unit => unit.GetProperty("name").GetString()));

        await DecideAsync("dingyi", matter, "到岗", new { arrival = "12月14日到岗。" });
        foreach (var login in new[] { "linzhiyuan", "hemin", "zhouyifan" })
            await DecideAsync(login, matter, "签字");
        using var word = new ZipArchive(await _host.As("dingyi").GetStreamAsync($"/api/documents/{matter}/papers/handover?format=docx"));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        Assert.Equal(3, (await text.ReadToEndAsync()).Split("已签字").Length - 1);
        var row = await Procedure.RowAsync(_host, "dingyi", Id, matter);
        Assert.Equal(("督查室/主任", "2026-12-14", "办结"), (row["到岗岗位"], row["到岗日期"], row["状态"]));
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task Who_cannot_receive_is_named_and_the_list_comes_back_in_place_of_a_fault()
    {
        var document = await Notice.StartAsync(_host);
        using var started = await StartAsync("督查室/主任");
        var matter = JsonDocument.Parse(await started.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await _host.SettleAsync();
        await DecideAsync("zhengliqun", matter, "同意");
        Dictionary<string, string>[] To(string owner) => [new() { ["title"] = "通知", ["holds"] = "起草", ["owner"] = owner, ["document"] = document }];

        // Nobody receives one's own work.
        await DecideAsync("dingyi", matter, "预定交接", new { items = JsonSerializer.Serialize(To(await PersonAsync("林知远"))) });

        var trace = (await _host.ReadAsync("dingyi", $"/api/documents/{matter}")).GetProperty("trace").EnumerateArray().ToList();
        Assert.Contains("不能移交", trace.Single(row => row.GetProperty("act").GetString() == "交接未预定").GetProperty("opinion").GetString(), StringComparison.Ordinal);
        Assert.Empty((await _host.ReadAsync("sysadmin", "/api/repairs/faults")).EnumerateArray());
        Assert.Equal("移交清单", (await _host.WaitForSeatAsync("dingyi", matter)).GetProperty("stepName").GetString());
        Assert.Empty((await _host.ReadAsync("dingyi", "/api/handovers/")).EnumerateArray());

        await DecideAsync("dingyi", matter, "预定交接", new { items = JsonSerializer.Serialize(To(await PersonAsync("何敏"))) });
        Assert.Equal("到岗", (await _host.WaitForSeatAsync("dingyi", matter)).GetProperty("stepName").GetString());
        Assert.Single((await _host.ReadAsync("dingyi", "/api/handovers/")).EnumerateArray());
    }

    private async Task<HttpResponseMessage> StartAsync(string post) => await _host.As("dingyi").PostAsJsonAsync($"/api/procedures/{Id}/matters", new
    {
        values = new { subject = "林知远同志轮岗到督查室", person = await PersonAsync("林知远"), kind = "轮岗锻炼", toPost = post, onDay = "2026-12-14", reason = "轮岗锻炼" },
    });

    private Task<string> PersonAsync(string name) => Procedure.PersonAsync(_host, name);

    private Task DecideAsync(string login, string matter, string outcome, object? values = null) => Procedure.DecideAsync(_host, login, matter, outcome, values);
}
