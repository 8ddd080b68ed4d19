using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocFlow.Documents.Tests.Measuring;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests;

/// <summary>A policy document from draft to issue through HTTP, one client for each person.</summary>
[Trait("Procedure", "policy-document")]
public sealed class PolicyDocumentTests
{
    private const double SealSize = 42;

    [Fact]
    [Trait("Journey", "J01")]
    [Trait("Journey", "J09")]
    public async Task A_notice_goes_from_draft_to_issue_with_a_return_and_a_restart_on_the_way()
    {
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);

        await host.DecideAsync("hemin", id, "退回", "请写明保障措施。");
        var draft = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        using (var saved = await host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", new
        {
            source = Notice.Source + "二、工作保障\n市委办公室每月通报执行情况。\n",
            version = draft.GetProperty("version").GetInt32(),
            cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        }))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        await host.DecideAsync("linzhiyuan", id, "送审");
        await host.DecideAsync("hemin", id, "同意");
        await host.DecideAsync("zhouyifan", id, "同意", "已核。");
        await host.RestartAsync();
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await host.DecideAsync(login, id, "同意");
        await host.DecideAsync("zhengliqun", id, "同意");
        await host.DecideAsync("hansong", id, "同意");
        await host.DecideAsync("luming", id, "签发", "同意印发。");
        await host.DecideAsync("suxiao", id, "通过");
        await host.DecideAsync("suxiao", id, "编号");
        await RegisterSealAsync(host);
        await host.DecideAsync("guchen", id, "用印");
        await host.DecideAsync("suxiao", id, "印发");

        var dossier = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}");
        Assert.Equal("云办发〔2026〕37号", dossier.GetProperty("number").GetString());
        Assert.Empty(dossier.GetProperty("waiting").EnumerateArray());
        await AssertFinalPdfAsync(host, id, dossier);
        AssertTrace(dossier);
        await AssertRecipientSeesOnlyWhatWasIssuedAsync(host, id, dossier);
        var register = await host.ReadAsync("suxiao", "/api/registers/issue?year=2026");
        var row = register.GetProperty("rows")[0];
        var today = TimeZoneInfo.ConvertTime(host.Get<DocFlow.Office.Time.OfficeClock>().Now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Assert.Equal(
            "1|云办发〔2026〕37号|中共云河市委办公室关于开展“无会周”活动的通知|无|陆明|10",
            string.Join('|', new[] { "ordinal", "number", "title", "classification", "signerName", "copies" }.Select(column => row.GetProperty(column).ToString())));
        Assert.Equal(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), row.GetProperty("date").GetString());
        Assert.StartsWith("青禾县委办公室，松岭县委办公室，望湖区委办公室，市委组织部", row.GetProperty("sentTo").GetString(), StringComparison.Ordinal);
        await AssertCorrectedAsync(host, id, dossier);
    }

    [Fact]
    public async Task Who_is_not_concerned_or_not_signed_in_gets_nothing()
    {
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        var seat = (await host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();

        using var anonymous = new HttpClient { BaseAddress = new Uri(host.Address) };
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync($"/api/documents/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync("/api/work/open")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("dingyi").GetAsync($"/api/documents/{id}")).StatusCode);
        var press = await host.As("dingyi").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "同意" });
        Assert.True(press.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, press.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "退回" })).StatusCode);
    }

    [Fact]
    [Trait("Journey", "J27")]
    public async Task Many_presses_of_the_same_button_record_one_outcome()
    {
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        var seat = (await host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "同意" })));
        await host.SettleAsync();

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.StatusCode.ToString()));
        var trace = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray();
        Assert.Single(trace, row => row.GetProperty("actorName").GetString() == "何敏");
        await host.WaitForSeatAsync("zhouyifan", id);
    }

    [Fact]
    [Trait("Journey", "J25")]
    public async Task A_designer_edits_the_file_and_the_next_document_follows_it_while_the_running_one_keeps_its_own()
    {
        await using var host = await OfficeHost.StartAsync();
        var running = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", running);

        var json = await File.ReadAllTextAsync(host.WorkflowFile);
        await File.WriteAllTextAsync(host.WorkflowFile, WithSecondReviewer(json));
        await host.Get<DocFlow.Host.Engines.WorkflowFolderImport>().ImportAllAsync(CancellationToken.None);
        var next = await Notice.StartAsync(host);
        await File.WriteAllTextAsync(host.WorkflowFile, "{ 坏了");
        await host.Get<DocFlow.Host.Engines.WorkflowFolderImport>().ImportAllAsync(CancellationToken.None);
        var third = await Notice.StartAsync(host);

        foreach (var id in new[] { running, next, third })
            await host.DecideAsync("hemin", id, "同意");
        await host.WaitForSeatAsync("zhouyifan", running);
        await host.WaitForSeatAsync("tangning", next);
        await host.WaitForSeatAsync("tangning", third);
    }

    // J10: corrected by one and sealed by another; the earlier edition keeps its bytes and says by its name what became of it.
    private static async Task AssertCorrectedAsync(OfficeHost host, string id, JsonElement before)
    {
        var text = await host.ReadAsync("suxiao", $"/api/documents/{id}/correctable");
        var order = new { readVersion = text.GetProperty("version").GetInt32(), reason = "有误。", source = text.GetProperty("source").GetString()!.Replace("每月通报", "每季度通报", StringComparison.Ordinal) };
        var version = (await host.PostAsync("suxiao", $"/api/documents/{id}/corrections", order)).GetProperty("version").GetInt32();
        using (var refused = await host.As("suxiao").PostAsJsonAsync($"/api/documents/{id}/corrections/{version}/seal", new { }))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await host.PostAsync("guchen", $"/api/documents/{id}/corrections/{version}/seal", new { });

        var files = (await host.ReadAsync("xiahe", $"/api/documents/{id}")).GetProperty("files").EnumerateArray().ToList();
        foreach (var file in before.GetProperty("files").EnumerateArray().Where(file => file.GetProperty("purpose").GetString() == "Final"))
        {
            using var download = await host.As("xiahe").GetAsync($"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}");
            Assert.Equal(HttpStatusCode.OK, download.StatusCode);
            Assert.StartsWith("（已更正）", download.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
            Assert.Contains(files, same => same.GetProperty("fileHash").GetString() == file.GetProperty("fileHash").GetString());
        }

        var corrected = files.Single(file => file.GetProperty("versionOrdinal").GetInt32() == version && file.GetProperty("format").GetString() == "pdf");
        using var current = await host.As("xiahe").GetAsync($"/api/documents/{id}/files/{corrected.GetProperty("fileHash").GetString()}");
        Assert.Null(current.Content.Headers.ContentDisposition);
        Assert.Single(MeasuredPdf.Read(await current.Content.ReadAsByteArrayAsync()).Pages.SelectMany(page => page.Pictures));
    }

    private static async Task AssertFinalPdfAsync(OfficeHost host, string id, JsonElement dossier)
    {
        var file = dossier.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("purpose").GetString() == "Final" && file.GetProperty("format").GetString() == "pdf");
        var bytes = await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}");
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        Assert.Contains("云办发〔2026〕37号", text, StringComparison.Ordinal);
        Assert.Contains("市委办公室每月通报执行情况。", text, StringComparison.Ordinal);
        Assert.Contains("印发", text, StringComparison.Ordinal);
        await AssertSealedAsync(host, id, dossier, file, bytes);
        await AssertSignedAsync(host, id, file, bytes);
    }

    // J09: one changed byte is found, by the system that issued it and by anybody's.
    private static async Task AssertSignedAsync(OfficeHost host, string id, JsonElement file, byte[] bytes)
    {
        var kept = await host.ReadAsync("xiahe", $"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}/signatures");
        Assert.Equal((true, "有效"), (kept.GetProperty("isValid").GetBoolean(), kept.GetProperty("says").GetString()));
        var line = Assert.Single(kept.GetProperty("signatures").EnumerateArray());
        Assert.Equal(("测试签名证书（不具效力）", true), (line.GetProperty("signer").GetString(), line.GetProperty("isTrial").GetBoolean()));

        bytes[bytes.Length / 2] ^= 1;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "改.pdf" } };
        using var changed = await host.As("xiahe").PostAsync("/api/files/signatures", form);
        Assert.Contains("文件被改", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // The keeper's own picture at its natural size over name and date; what was drawn before 用印 has none.
    private static async Task AssertSealedAsync(OfficeHost host, string id, JsonElement dossier, JsonElement file, byte[] bytes)
    {
        var page = MeasuredPdf.Read(bytes).Pages.Single(page => page.Pictures.Count > 0);
        var seal = Assert.Single(page.Pictures);
        Assert.Equal(SealSize, seal.Width, 0.1);
        Assert.Equal(SealSize, seal.Height, 0.1);
        Assert.Equal(page.Rows.Single(row => row.Text.StartsWith("20", StringComparison.Ordinal) && row.Text.EndsWith('日')).Middle, seal.Centre.X, 1.0);
        using var shown = await host.As("linzhiyuan").GetAsync($"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}/pages/{page.Number}");
        Assert.Equal("true", Assert.Single(shown.Headers.GetValues("X-DocFlow-Same-As-File")));

        var word = dossier.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("purpose").GetString() == "Final" && file.GetProperty("format").GetString() == "docx");
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{word.GetProperty("fileHash").GetString()}")));
        Assert.Contains(archive.Entries, entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal));

        var review = dossier.GetProperty("files").EnumerateArray().First(file => file.GetProperty("purpose").GetString() == "Review" && file.GetProperty("format").GetString() == "pdf");
        Assert.All(MeasuredPdf.Read(await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{review.GetProperty("fileHash").GetString()}")).Pages, reviewed => Assert.Empty(reviewed.Pictures));
    }

    private static async Task RegisterSealAsync(OfficeHost host)
    {
        const string organ = "中共云河市委办公室";
        using var added = await SealPictures.RegisterAsync(host, organ, SealSize);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);

        var register = await host.ReadAsync("guchen", "/api/seals");
        Assert.True(register.GetProperty("usesSamples").GetBoolean());
        var row = Assert.Single(register.GetProperty("pictures").EnumerateArray());
        Assert.Equal((organ, SealSize), (row.GetProperty("name").GetString(), row.GetProperty("width").GetDouble()));
        var png = await host.As("guchen").GetByteArrayAsync($"/api/seals/{row.GetProperty("id").GetString()}/picture");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        using var refused = await host.As("suxiao").GetAsync($"/api/seals/{row.GetProperty("id").GetString()}/picture");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    // 青禾县 receives the document: not the drafts, not the opinions, nobody else's receipts.
    private static async Task AssertRecipientSeesOnlyWhatWasIssuedAsync(OfficeHost host, string id, JsonElement dossier)
    {
        var received = await host.ReadAsync("xiahe", $"/api/documents/{id}");
        Assert.True(received.GetProperty("mayReceive").GetBoolean());
        Assert.Empty(received.GetProperty("trace").EnumerateArray());
        Assert.Empty(received.GetProperty("versions").EnumerateArray());
        Assert.Equal(["青禾县委办公室"], received.GetProperty("receipts").EnumerateArray().Select(receipt => receipt.GetProperty("recipientName").GetString()));
        Assert.All(received.GetProperty("files").EnumerateArray(), file => Assert.Equal("Final", file.GetProperty("purpose").GetString()));
        var draft = dossier.GetProperty("files").EnumerateArray().First(file => file.GetProperty("purpose").GetString() == "Review").GetProperty("fileHash").GetString();
        foreach (var path in new[] { "draft", "versions/1", "annexes", $"files/{draft}", $"files/{draft}/pages/1" })
            Assert.False((await host.As("xiahe").GetAsync($"/api/documents/{id}/{path}")).IsSuccessStatusCode, path);

        await host.PostAsync("xiahe", $"/api/documents/{id}/receive", new { });
        var signed = await host.ReadAsync("xiahe", $"/api/documents/{id}");
        Assert.Equal("夏禾", signed.GetProperty("receipts")[0].GetProperty("receivedByName").GetString());
        Assert.Equal(["签收"], signed.GetProperty("trace").EnumerateArray().Select(row => row.GetProperty("act").GetString()));
    }

    private static void AssertTrace(JsonElement dossier)
    {
        var actors = dossier.GetProperty("trace").EnumerateArray().Select(row => row.GetProperty("actorName").GetString()!).ToList();
        string[] order = ["何敏", "林知远", "何敏", "周亦凡", "白桦", "石磊", "江月", "郑立群", "韩松", "陆明", "苏晓", "顾晨", "苏晓"];
        var at = 0;
        foreach (var actor in order)
        {
            at = actors.IndexOf(actor, at);
            Assert.True(at >= 0, $"{actor} is missing or out of order: {string.Join(' ', actors)}");
        }

        Assert.Contains("请写明保障措施。", dossier.GetProperty("trace").ToString(), StringComparison.Ordinal);
    }

    // 督查室 looks over the section head's work before the office does.
    private static string WithSecondReviewer(string json)
    {
        var definition = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        var flowchart = definition["root"]!;
        var second = flowchart["activities"]!.AsArray().First(activity => (string?)activity!["id"] == "SectionReview1")!.DeepClone();
        second["id"] = "SecondReview1";
        second["stepName"]!["expression"]!["value"] = "督查室会核";
        second["post"]!["expression"]!["value"] = "督查室/主任";
        flowchart["activities"]!.AsArray().Add(second);
        var connections = flowchart["connections"]!.AsArray();
        var forward = connections.First(connection => (string?)connection!["source"]!["activity"] == "SectionReview1" && (string?)connection["source"]!["port"] == "同意")!;
        var onward = forward.DeepClone();
        onward["source"]!["activity"] = "SecondReview1";
        forward["target"]!["activity"] = "SecondReview1";
        var back = connections.First(connection => (string?)connection!["source"]!["activity"] == "SectionReview1" && (string?)connection["source"]!["port"] == "退回")!.DeepClone();
        back["source"]!["activity"] = "SecondReview1";
        connections.Add(onward);
        connections.Add(back);
        return definition.ToJsonString();
    }
}
