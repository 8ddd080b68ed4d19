using System.IO.Compression;
using System.Net;
using System.Text.Json;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Repairs;

/// <summary>J23 over HTTP, through the real engine: 组织人事科 hands over what 林知远 holds.</summary>
public sealed class HandoverJourneyTests : IAsyncLifetime
{
    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await OfficeHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J23")]
    public async Task Everything_moves_at_the_moment_and_both_sign_the_sheet()
    {
        var people = (await _host.ReadAsync("dingyi", "/api/work/people")).EnumerateArray().ToDictionary(person => person.GetProperty("name").GetString()!, person => person.GetProperty("id").GetString()!);
        var ids = new List<string>();
        for (var count = 0; count < 4; count++)
            ids.Add(await Notice.DraftAsync(_host));
        for (var count = 0; count < 3; count++)
            ids.Add(await Notice.StartAsync(_host));
        await _host.DecideAsync("hemin", ids[4], "退回", "请补充依据。");
        var delegation = await _host.PostAsync("luoyu", "/api/work/delegations", new { toPersonId = people["林知远"], from = (await NowAsync()).ToString("O"), to = (await NowAsync()).AddDays(20).ToString("O"), reason = "外出学习。" });

        var preview = await _host.ReadAsync("dingyi", $"/api/handovers/preview?personId={people["林知远"]}");
        Assert.Equal(7, preview.GetProperty("items").GetArrayLength());
        Assert.All(preview.GetProperty("items").EnumerateArray(), line => Assert.Equal("何敏", line.GetProperty("ownerName").GetString()));
        Assert.Contains("罗予委托林知远", Assert.Single(preview.GetProperty("ending").EnumerateArray()).GetString(), StringComparison.Ordinal);
        using (var refused = await _host.As("hemin").GetAsync($"/api/handovers/preview?personId={people["林知远"]}"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        var post = (await _host.ReadAsync("dingyi", "/api/handovers/posts")).EnumerateArray().First(row => row.GetProperty("shown").GetString() == "督查室主任").GetProperty("id").GetString();
        var moment = (await NowAsync()).AddDays(3);
        var order = (await _host.PostAsync("dingyi", "/api/handovers", new { personId = people["林知远"], reason = "轮岗。", at = moment.ToString("O"), toPostId = post, key = "j23" })).GetProperty("id").GetString();
        await _host.ReadAsync("linzhiyuan", $"/api/documents/{ids[0]}");
        await _host.PostAsync("sysadmin", "/api/clock", new { now = moment.AddMinutes(1).ToString("O") });

        var view = await _host.ReadAsync("dingyi", $"/api/handovers/{order}");
        Assert.Equal("已交接", view.GetProperty("state").GetString());
        foreach (var id in ids)
        {
            using var gone = await _host.As("linzhiyuan").GetAsync($"/api/documents/{id}");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            var trace = (await _host.ReadAsync("hemin", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray().Single(row => row.GetProperty("act").GetString() == "交接");
            Assert.StartsWith("林知远移交何敏：", trace.GetProperty("opinion").GetString(), StringComparison.Ordinal);
        }

        Assert.False((await _host.ReadAsync("luoyu", "/api/work/delegations")).EnumerateArray().Single(row => row.GetProperty("id").GetString() == delegation.GetProperty("id").GetString()).GetProperty("isInForce").GetBoolean());
        var units = (await _host.ReadAsync("dingyi", "/api/work/units")).EnumerateArray().Where(unit => unit.GetProperty("members").EnumerateArray().Any(member => member.GetProperty("name").GetString() == "林知远"));
        Assert.Equal(["督查室"], units.Select(unit => unit.GetProperty("name").GetString()));

        // The new owner goes on through the real engine.
        await _host.DecideAsync("hemin", ids[4], "送审");
        foreach (var login in new[] { "linzhiyuan", "hemin" })
            await _host.PostAsync(login, $"/api/handovers/{order}/sign", new { });
        var sheet = Text(await _host.As("linzhiyuan").GetByteArrayAsync($"/api/handovers/{order}/sheet"));
        Assert.Contains("工作交接单", sheet, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Split("已签字").Length - 1);
        using var word = new ZipArchive(await _host.As("hemin").GetStreamAsync($"/api/handovers/{order}/sheet?format=docx"));
        Assert.NotNull(word.GetEntry("word/document.xml"));
        using var stranger = await _host.As("zhouyifan").GetAsync($"/api/handovers/{order}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private async Task<DateTimeOffset> NowAsync() => (await _host.ReadAsync("dingyi", "/api/clock")).GetProperty("now").GetDateTimeOffset();

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }
}
