using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Journeys;

/// <summary>One notice through J04 to J10 on its days, on the real engine: what each journey says must come out, in the journeys' own order.</summary>
public sealed class ReviewJourneyTests
{
    private const string Body = """
        为进一步精简会议，经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。
        二、有关要求
        （一）“无会周”期间，除紧急和突发事项外，原则上不召开全市性会议。
        （二）确需召开的，由承办单位提前3个工作日报市委办公室审核。
        """;

    private OfficeHost _host = null!;
    private string _id = "";

    [Fact]
    [Trait("Journey", "J04")]
    [Trait("Journey", "J05")]
    [Trait("Journey", "J06")]
    [Trait("Journey", "J07")]
    [Trait("Journey", "J08")]
    [Trait("Journey", "J09")]
    [Trait("Journey", "J10")]
    public async Task A_notice_is_checked_countersigned_returned_signed_issued_and_received_on_its_days()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: one document through seven journeys.");
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-26T09:00:00+08:00" }));
        await using var host = _host;
        _id = await StartAsync();

        await CheckAsync();
        await CountersignAsync();
        await ReturnWhileCountersigningAsync();
        await ReturnStraightAsync();
        await SignAsync();
        await IssueAsync();
        await ReceiveAsync();
    }

    // J04: 何敏 agrees, 周亦凡 changes and returns, 林知远 takes one change and refuses the other, and sends it again.
    private async Task CheckAsync()
    {
        await _host.DecideAsync("hemin", _id, "同意");
        await EditAsync("zhouyifan", source => source.Replace("原则上", "", StringComparison.Ordinal).Replace("提前3个工作日", "提前5个工作日", StringComparison.Ordinal));
        await _host.DecideAsync("zhouyifan", _id, "退回", "（二）请核对时限。");
        await _host.WaitForSeatAsync("linzhiyuan", _id);
        var sheet = await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}/changes");
        Assert.Contains("义务：删去“原则上”，要求变严。", Texts(sheet, "alarms"));
        Assert.Contains("周亦凡（核稿）", await PdfAsync("linzhiyuan", $"redline?from=1&to=2&format=pdf"), StringComparison.Ordinal);
        await _host.PostAsync("linzhiyuan", $"/api/documents/{_id}/changes", new { from = 1, to = 2, version = sheet.GetProperty("version").GetInt32(), refused = new[] { new { id = 2, reason = "3个工作日是既有规定。" } } });
        var source = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}/draft")).GetProperty("sourceText").GetString()!;
        Assert.Contains("事项外，不召开全市性会议", source, StringComparison.Ordinal);
        Assert.Contains("提前3个工作日", source, StringComparison.Ordinal);
        await _host.DecideAsync("linzhiyuan", _id, "送审");
        Assert.Equal(["拟稿", "送审", "同意", "修改", "退回", "取舍修改", "送审"], (await ActsAsync()).Where(act => act != "生成送审稿"));
        Assert.Contains("取舍修改", await PdfAsync("linzhiyuan", "papers/trace"), StringComparison.Ordinal);
    }

    // J05: three are asked on Thursday; one is silent, reminded and closed by rule.
    private async Task CountersignAsync()
    {
        await _host.DecideAsync("hemin", _id, "同意");
        await ClockAsync("2026-11-26T10:00:00+08:00");
        await _host.DecideAsync("zhouyifan", _id, "同意");
        await _host.DecideAsync("baihua", _id, "同意");
        await ClockAsync("2026-11-27T10:00:00+08:00");
        await _host.DecideAsync("shilei", _id, "同意", "建议在（二）后增加“并附会议预算”。");
        Assert.Equal(DateTimeOffset.Parse("2026-12-01T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture), (await _host.WaitForSeatAsync("jiangyue", _id)).GetProperty("dueAt").GetDateTimeOffset());
        await ClockAsync("2026-11-30T09:00:00+08:00");
        Assert.Contains((await _host.ReadAsync("jiangyue", "/api/notices")).GetProperty("rows").EnumerateArray(), row => row.GetProperty("kind").GetString() == "Reminder");
        await ClockAsync("2026-12-01T17:30:00+08:00");
        Assert.Equal(["会签"], await WaitingAsync());
        await ClockAsync("2026-12-01T17:32:00+08:00");
        await _host.SettleAsync();
        await _host.WaitForSeatAsync("zhengliqun", _id);
        Assert.Contains("视为无意见", await ActsAsync());

        var opinions = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}/opinions")).GetProperty("rows").EnumerateArray().ToList();
        var seat = opinions.Single(row => row.GetProperty("unitName").GetString() == "市财政局").GetProperty("seatId").GetString();
        using (var answered = await _host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{_id}/opinions/{seat}", new { adoption = "NotAdopted", reason = "预算由承办单位另报。" }))
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        var table = await PdfAsync("linzhiyuan", "papers/opinions");
        var places = new[] { "市委组织部", "市财政局", "市行政审批局" }.Select(unit => table.IndexOf(unit, StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.Contains("逾期未反馈，按规定视为无意见（系统）", table, StringComparison.Ordinal);
        Assert.Contains("预算由承办单位另报", table, StringComparison.Ordinal);
    }

    // J06: on a second notice, whose countersigning is still open.
    private async Task ReturnWhileCountersigningAsync()
    {
        var first = _id;
        _id = await StartAsync();
        await _host.DecideAsync("hemin", _id, "同意");
        await _host.DecideAsync("zhouyifan", _id, "同意");
        await _host.WaitForSeatAsync("shilei", _id);
        var liangshu = await PersonAsync("梁书");
        var added = (await _host.PostAsync("zhengliqun", $"/api/work/documents/{_id}/cosigners", new { personId = liangshu, reason = "涉及宣传口径。" })).GetProperty("seatId").GetString();
        await _host.PostAsync("zhengliqun", $"/api/work/seats/{added}/withdraw", new { reason = "已口头征求。" });
        await _host.DecideAsync("baihua", _id, "同意", "无不同意见。");
        await _host.DecideAsync("shilei", _id, "退回", "请补充预算。");
        await _host.WaitForSeatAsync("linzhiyuan", _id);
        var acts = await ActsAsync();
        Assert.Contains("加签", acts);
        Assert.Contains("减签", acts);
        Assert.Equal(["拟稿"], await WaitingAsync());
        Assert.Contains("无不同意见。", (await DossierAsync()).GetProperty("trace").ToString(), StringComparison.Ordinal);
        // None of the closed seats' timers fires later.
        var before = (await ActsAsync()).Count;
        await ClockAsync("2026-12-02T09:00:00+08:00");
        Assert.Equal(before, (await ActsAsync()).Count);
        await _host.PostAsync("linzhiyuan", $"/api/documents/{_id}/void", new { reason = "并入前一件。" });
        _id = first;
    }

    // J07: 韩松 returns straight; the text changes after the countersigning.
    private async Task ReturnStraightAsync()
    {
        await _host.DecideAsync("zhengliqun", _id, "同意");
        var seat = await _host.WaitForSeatAsync("hansong", _id);
        await _host.PostAsync("hansong", $"/api/work/seats/{seat.GetProperty("seatId").GetString()}/outcome", new { outcome = "退回", opinion = "请改一句。", straightBack = true });
        await _host.SettleAsync();
        await _host.WaitForSeatAsync("linzhiyuan", _id);
        await EditAsync("linzhiyuan", source => source.Replace("有关事项通知如下", "有关事项通知如下：", StringComparison.Ordinal).Replace("如下：。", "如下。", StringComparison.Ordinal) + "三、工作保障\n市委办公室每月通报执行情况。\n");
        await _host.DecideAsync("linzhiyuan", _id, "送审");
        await _host.WaitForSeatAsync("hansong", _id);
        Assert.Equal(["秘书长审定"], await WaitingAsync());
        var dossier = await DossierAsync();
        // 江月, who was silent, gave no opinion on any text.
        Assert.Equal(["白桦", "石磊"], dossier.GetProperty("earlierOpinions").EnumerateArray().Select(row => row.GetProperty("personName").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("略过", dossier.GetProperty("trace").ToString(), StringComparison.Ordinal);
        await _host.DecideAsync("hansong", _id, "同意");
    }

    // J08: the signature fixes text, elements and annexes.
    private async Task SignAsync()
    {
        await _host.WaitForSeatAsync("luming", _id);
        Assert.Equal(JsonValueKind.Null, (await DossierAsync()).GetProperty("number").ValueKind);
        await ClockAsync("2026-12-04T09:00:00+08:00");
        await _host.DecideAsync("luming", _id, "签发", "同意印发。");
        var signed = (await DossierAsync()).GetProperty("signedHash").GetString();
        Assert.Matches("^[0-9a-f]{64}$", signed);
        var draft = await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}/draft");
        using (var comma = await _host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{_id}/draft", new { source = draft.GetProperty("sourceText").GetString() + "，", version = draft.GetProperty("version").GetInt32(), cosigningUnitIds = draft.GetProperty("cosigningUnitIds") }))
            Assert.Equal(HttpStatusCode.Forbidden, comma.StatusCode);
        Assert.Equal(signed, (await DossierAsync()).GetProperty("signedHash").GetString());
        var form = await PdfAsync("linzhiyuan", "papers/manuscript");
        Assert.Contains("同意印发", form, StringComparison.Ordinal);
        Assert.Contains("并附会议预算", form, StringComparison.Ordinal);
    }

    // J09: numbered, sealed by a second person, issued.
    private async Task IssueAsync()
    {
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await _host.DecideAsync(login, _id, outcome);
        var dossier = await DossierAsync();
        Assert.Equal("云办发〔2026〕37号", dossier.GetProperty("number").GetString());
        var row = (await _host.ReadAsync("suxiao", "/api/registers/issue?year=2026")).GetProperty("rows")[0];
        Assert.Equal(("云办发〔2026〕37号", "陆明", "2026-12-04"), (row.GetProperty("number").GetString(), row.GetProperty("signerName").GetString(), row.GetProperty("date").GetString()));
        var final = dossier.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("purpose").GetString() == "Final" && file.GetProperty("format").GetString() == "pdf").GetProperty("fileHash").GetString();
        Assert.Contains("2026年12月4日印发", await PdfAsync("linzhiyuan", $"files/{final}"), StringComparison.Ordinal);
    }

    // J10: one signs for it, the other doesn't.
    private async Task ReceiveAsync()
    {
        await ClockAsync("2026-12-07T09:00:00+08:00");
        await _host.PostAsync("xiahe", $"/api/documents/{_id}/receive", new { });
        var receipts = (await DossierAsync()).GetProperty("receipts").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.String, receipts.Single(row => row.GetProperty("recipientName").GetString() == "青禾县委办公室").GetProperty("receivedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, receipts.Single(row => row.GetProperty("recipientName").GetString() == "松岭县委办公室").GetProperty("receivedAt").ValueKind);
    }

    private async Task<string> StartAsync()
    {
        var head = Notice.Source[..(Notice.Source.LastIndexOf("---", StringComparison.Ordinal) + 3)];
        var id = await Notice.DraftAsync(_host, $"{head}\n{Body.ReplaceLineEndings("\n")}\n");
        var draft = await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        await _host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = draft.GetProperty("version").GetInt32() });
        await _host.SettleAsync();
        return id;
    }

    private async Task EditAsync(string login, Func<string, string> change)
    {
        await _host.WaitForSeatAsync(login, _id);
        var draft = await _host.ReadAsync(login, $"/api/documents/{_id}/draft");
        using var saved = await _host.As(login).PutAsJsonAsync($"/api/documents/{_id}/draft", new
        {
            source = change(draft.GetProperty("sourceText").GetString()!), version = draft.GetProperty("version").GetInt32(), cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        });
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
    }

    private Task ClockAsync(string now) => _host.PostAsync("suxiao", "/api/clock", new { now });

    private Task<JsonElement> DossierAsync() => _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}");

    private async Task<List<string>> ActsAsync() => [.. (await DossierAsync()).GetProperty("trace").EnumerateArray().Select(row => row.GetProperty("act").GetString()!)];

    private async Task<List<string>> WaitingAsync() => [.. (await DossierAsync()).GetProperty("waiting").EnumerateArray().Select(row => row.GetProperty("stepName").GetString()!).Distinct()];

    private Task<string> PersonAsync(string name) => Procedures.Procedure.PersonAsync(_host, name);

    private async Task<string> PdfAsync(string login, string path)
    {
        using var pdf = PdfDocument.Open(await _host.As(login).GetByteArrayAsync($"/api/documents/{_id}/{path}"));
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(row => row.GetString()!);
}
