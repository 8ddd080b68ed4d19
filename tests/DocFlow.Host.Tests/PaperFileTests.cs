using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests;

/// <summary>Answers to opinions, printed tables and comparisons over HTTP.</summary>
public sealed class PaperFileTests(SharedHost shared)
{
    [Fact]
    [Trait("Journey", "J05")]
    public async Task The_drafter_answers_an_opinion_and_prints_the_tables()
    {
        var host = shared.Host;
        var id = await CountersignedAsync(host);
        var opinions = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/opinions")).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["市委组织部", "市财政局", "市行政审批局"], opinions.Take(3).Select(row => row.GetProperty("unitName").GetString()));
        var seat = opinions[1].GetProperty("seatId").GetString();

        using (var bare = await host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/opinions/{seat}", new { adoption = "NotAdopted" }))
            Assert.Equal((HttpStatusCode.BadRequest, true), (bare.StatusCode, (await bare.Content.ReadAsStringAsync()).Contains("不采纳须写明理由", StringComparison.Ordinal)));
        using (var answered = await host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/opinions/{seat}", new { adoption = "NotAdopted", reason = "预算由承办单位另报。" }))
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);

        foreach (var (name, words) in new[] { ("opinions", "预算由承办单位另报"), ("manuscript", "发文稿纸"), ("trace", "办理过程表") })
        {
            Assert.Contains(words, Text(await host.As("shilei").GetByteArrayAsync($"/api/documents/{id}/papers/{name}")), StringComparison.Ordinal);
            using var word = new ZipArchive(await host.As("shilei").GetStreamAsync($"/api/documents/{id}/papers/{name}?format=docx"));
            Assert.NotNull(word.GetEntry("word/document.xml"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.As("shilei").GetAsync($"/api/documents/{id}/papers/none")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.As("shilei").GetAsync($"/api/documents/{id}/papers/trace?format=exe")).StatusCode);
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task Two_versions_are_compared_in_a_word_file()
    {
        var host = shared.Host;
        var id = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", id);
        var draft = await host.ReadAsync("hemin", $"/api/documents/{id}/draft");
        using (var saved = await host.As("hemin").PutAsJsonAsync($"/api/documents/{id}/draft", new
        {
            source = Notice.Source.Replace("每月第二周", "每月第三周", StringComparison.Ordinal),
            version = draft.GetProperty("version").GetInt32(),
            cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        }))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());

        using var word = new ZipArchive(await host.As("linzhiyuan").GetStreamAsync($"/api/documents/{id}/redline?from=1&to=2"));
        using var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync();

        Assert.Contains("w:author=\"何敏（科室审核）\"", xml, StringComparison.Ordinal);
        Assert.Contains("<w:delText xml:space=\"preserve\">二</w:delText>", xml, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task A_comparison_is_printed_as_pdf_and_its_changes_are_taken_or_refused_one_by_one()
    {
        var host = shared.Host;
        var id = await Notice.StartAsync(host);
        await host.DecideAsync("hemin", id, "同意");
        await host.WaitForSeatAsync("zhouyifan", id);
        var draft = await host.ReadAsync("zhouyifan", $"/api/documents/{id}/draft");
        using (var saved = await host.As("zhouyifan").PutAsJsonAsync($"/api/documents/{id}/draft", new
        {
            source = Notice.Source.Replace("每月第二周", "原则上每月第三周", StringComparison.Ordinal), version = draft.GetProperty("version").GetInt32(), cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        }))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        await host.DecideAsync("zhouyifan", id, "退回", "请核对。");
        await host.WaitForSeatAsync("linzhiyuan", id);

        var pdf = Text(await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/redline?from=1&to=2&format=pdf"));
        Assert.Contains("花脸稿（第1稿至第2稿）", pdf, StringComparison.Ordinal);
        Assert.Contains("周亦凡（核稿）", pdf, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.As("linzhiyuan").GetAsync($"/api/documents/{id}/redline?from=1&to=2&format=exe")).StatusCode);

        var sheet = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/changes");
        Assert.Equal(["义务：增加“原则上”，要求变宽。", "时限：“第二周”改为“第三周”。"], sheet.GetProperty("alarms").EnumerateArray().Select(alarm => alarm.GetString()));
        var changes = sheet.GetProperty("changes").EnumerateArray().Select(change => (change.GetProperty("before").GetString(), change.GetProperty("after").GetString())).ToList();
        Assert.Equal([("", "原则上"), ("二", "三")], changes);
        var answer = new { from = 1, to = 2, version = sheet.GetProperty("version").GetInt32(), refused = new[] { new { id = 1, reason = "“无会周”是硬要求。" } } };
        using (var forged = await host.As("hemin").PostAsJsonAsync($"/api/documents/{id}/changes", answer))
            Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        await host.PostAsync("linzhiyuan", $"/api/documents/{id}/changes", answer);
        Assert.Contains("\n每月第三周为", (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("sourceText").GetString(), StringComparison.Ordinal);
        using (var late = await host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{id}/changes", answer))
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    [Trait("Journey", "J08")]
    public async Task The_manuscript_form_of_an_ordinary_document_that_was_issued_is_one_page()
    {
        var host = shared.Host;
        var id = await CountersignedAsync(host);
        foreach (var (login, outcome, opinion) in new[]
        {
            ("zhengliqun", "同意", null), ("hansong", "同意", null), ("luming", "签发", "同意印发。"), ("suxiao", "通过", null), ("suxiao", "编号", null), ("guchen", "用印", null), ("suxiao", "印发", (string?)null),
        })
            await host.DecideAsync(login, id, outcome, opinion);

        using var document = PdfDocument.Open(await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/papers/manuscript"));

        Assert.Equal(1, document.NumberOfPages);
    }

    private static async Task<string> CountersignedAsync(OfficeHost host)
    {
        var id = await Notice.StartAsync(host);
        await host.DecideAsync("hemin", id, "同意");
        await host.DecideAsync("zhouyifan", id, "同意");
        await host.DecideAsync("shilei", id, "同意", "建议在（二）后增加“并附会议预算”。");
        await host.DecideAsync("jiangyue", id, "同意");
        await host.DecideAsync("baihua", id, "同意");
        return id;
    }

    // Without the breaks between rows.
    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }
}
