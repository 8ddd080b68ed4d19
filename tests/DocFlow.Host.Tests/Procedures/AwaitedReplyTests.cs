using System.Text.Json;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>A letter (函) from its draft to the answer that comes in, and what waits for it meanwhile.</summary>
public sealed class AwaitedReplyTests : IAsyncLifetime
{
    private const string Id = "awaited-reply";
    private const string Incoming = "incoming-document";
    private const string Number = "云办函〔2026〕58号";
    private const string Letter = """
        ---
        文种: 函
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于商请协助测算值班室维修费用的函
        主送: 市财政局
        ---
        因值班室年久失修，我办拟于明年一季度维修。现商请你局协助测算维修费用，请于12月21日前函复。

        特此函商，盼复。
        """;

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, Incoming);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J13")]
    [Trait("Procedure", "policy-document")]
    public async Task A_letter_is_numbered_as_one_waits_for_its_answer_and_the_answer_links_back_and_closes_the_wait()
    {
        var letter = await Notice.IssueAsync(_host, Letter);

        var dossier = await _host.ReadAsync("linzhiyuan", $"/api/documents/{letter}");
        Assert.Equal(Number, dossier.GetProperty("number").GetString());
        await AssertLetterAsync(letter, dossier);
        var waiting = (await _host.WaitForAsync("linzhiyuan", "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0)).GetProperty("rows")[0].GetProperty("documentId").GetString()!;
        var line = await Procedure.RowAsync(_host, "linzhiyuan", Id, waiting);
        Assert.Equal(("中共云河市委办公室关于商请协助测算值班室维修费用的函", Number, "市财政局", "2026-12-21", "在办", "绿"), (line["函件标题"], line["发文字号"], line["收函单位"], line["请复期限"], line["状态"], line["灯"]));
        // Two working days before, the sender is reminded.
        await Procedure.MoveClockAsync(_host, "2026-12-17T09:00:00+08:00");
        await _host.WaitForAsync("linzhiyuan", "/api/notices", read => read.GetProperty("rows").EnumerateArray().Any(row => row.GetProperty("text").GetString()!.Contains("“待复”请于", StringComparison.Ordinal)));

        var reply = await Procedure.StartAsync(_host, "suxiao", Incoming, new
        {
            title = "云河市财政局关于协助测算值班室维修费用的复函", sender = "云河市财政局", senderNumber = "云财函〔2026〕9号", answers = "云办函[2026]58号", receivedOn = "2026-12-17", urgency = "平件",
        });
        Assert.Equal("在办", (await Procedure.RowAsync(_host, "linzhiyuan", Id, waiting))["状态"]);
        await Procedure.DecideAsync(_host, "guchen", reply, "通过");

        line = await Procedure.RowAsync(_host, "linzhiyuan", Id, waiting);
        Assert.Equal(("办结", "云河市财政局来函（云财函〔2026〕9号），登记为云收〔2026〕1号", "2026-12-17"), (line["状态"], line["复函情况"], line["办结日期"]));
        Assert.Equal(0, (await _host.ReadAsync("linzhiyuan", "/api/work/open")).GetProperty("rows").GetArrayLength());
        // Whoever sent the letter reads the answer, and both stand in one chain.
        Assert.Equal("云河市财政局关于协助测算值班室维修费用的复函", (await _host.ReadAsync("linzhiyuan", $"/api/documents/{reply}")).GetProperty("title").GetString());
        var chain = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{letter}/chain")).GetProperty("links").EnumerateArray().Select(link => (link.GetProperty("documentId").GetString(), link.GetProperty("depth").GetInt32()));
        Assert.Equal([(letter, 0), (waiting, 1), (reply, 2)], chain);
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task Whoever_needs_no_answer_any_more_says_why_and_a_letter_that_asks_for_none_waits_for_nothing()
    {
        await Notice.IssueAsync(_host, Letter.Replace("，请于12月21日前函复", "", StringComparison.Ordinal).Replace("特此函商，盼复。", "特此函告。", StringComparison.Ordinal));
        var letter = await Notice.IssueAsync(_host, Letter);

        var waiting = Assert.Single((await _host.WaitForAsync("linzhiyuan", "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0)).GetProperty("rows").EnumerateArray()).GetProperty("documentId").GetString()!;
        Assert.Equal("云办函〔2026〕59号", (await Procedure.RowAsync(_host, "linzhiyuan", Id, waiting))["发文字号"]);
        await Procedure.DecideAsync(_host, "linzhiyuan", waiting, "不再等待", new { reason = "维修改由机关事务局统一安排。" });

        var line = await Procedure.RowAsync(_host, "suxiao", Id, waiting);
        Assert.Equal(("办结", "维修改由机关事务局统一安排。"), (line["状态"], line["不再等待的原因"]));
        Assert.Equal(letter, (await _host.ReadAsync("linzhiyuan", $"/api/documents/{waiting}/chain")).GetProperty("links")[0].GetProperty("documentId").GetString());
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task A_letter_goes_out_also_where_nothing_can_wait_for_its_answer_and_its_sender_is_told()
    {
        await using var host = await OfficeHost.StartAsync();

        var letter = await Notice.IssueAsync(host, Letter);

        var dossier = await host.ReadAsync("linzhiyuan", $"/api/documents/{letter}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Contains(dossier.GetProperty("trace").EnumerateArray(), row => row.GetProperty("act").GetString() == "登记待复" && row.GetProperty("opinion").GetString()!.StartsWith("没有登记待复函件", StringComparison.Ordinal));
        Assert.Contains((await host.ReadAsync("linzhiyuan", "/api/notices")).GetProperty("rows").EnumerateArray(), row => row.GetProperty("text").GetString()!.Contains("没有登记待复函件", StringComparison.Ordinal));
    }

    // GB/T 9704 10.1: mark without 文件 30 mm from the edge, red double rules of 170 mm 4 mm below it and 20 mm from the bottom, number flush right, no page number on page 1.
    private async Task AssertLetterAsync(string id, JsonElement dossier)
    {
        var file = dossier.GetProperty("files").EnumerateArray().Single(row => row.GetProperty("purpose").GetString() == "Final" && row.GetProperty("format").GetString() == "pdf");
        var page = MeasuredPdf.Read(await _host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}")).Pages[0];
        var mark = page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));
        Assert.Equal("中共云河市委办公室", mark.Text);
        Assert.Equal(30, mark.Glyphs.Min(glyph => glyph.InkTop), 1.0);
        var rules = page.Lines.Where(line => line.IsRed).ToList();
        Assert.All(rules, rule => Assert.Equal(170, rule.Right - rule.Left, 1.0));
        Assert.Equal(4, rules.Min(rule => rule.Y) - mark.Glyphs.Max(glyph => glyph.InkBottom), 1.0);
        Assert.Equal(277, rules.Max(rule => rule.Y), 1.0);
        var number = page.Row("云办函");
        Assert.Equal(Number, number.Text);
        Assert.Equal(184, number.Right, 1.0);
        Assert.DoesNotContain(page.Rows, row => row.Text.Contains("— 1 —", StringComparison.Ordinal) || row.Text.StartsWith("印发", StringComparison.Ordinal));
        Assert.Contains(page.Rows, row => row.Text == "特此函商，盼复。");
    }
}
