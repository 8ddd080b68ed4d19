using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DocFlow.Host.Tests.Safety;

/// <summary>What can't be meant is refused in Chinese; nothing is lost, nothing doubled.</summary>
public sealed class BadInputTests(SharedHost shared)
{
    private OfficeHost Host => shared.Host;

    [Fact]
    public async Task A_text_of_five_megabytes_is_refused()
    {
        using var response = await Host.As("linzhiyuan").PostAsJsonAsync("/api/documents", new { source = Notice.Source + new string('会', 5 * 1024 * 1024 / 3) + new string('a', 2_000_000) });

        await AssertRefusedAsync(response, [400, 413], "上限");
    }

    [Theory]
    [InlineData("/api/preview")]
    [InlineData("/api/check")]
    public async Task A_text_too_long_to_be_drawn_while_typing_is_refused(string path)
    {
        using var response = await Host.As("linzhiyuan").PostAsJsonAsync(path, new { source = Notice.Source + new string('会', 250_000) });

        await AssertRefusedAsync(response, [400], "上限");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var response = await Host.As("linzhiyuan").PostAsJsonAsync("/api/preview", new { source = new string('a', 9 * 1024 * 1024) });

        await AssertRefusedAsync(response, [413], "太大");
    }

    [Theory]
    [InlineData("\u0000", "U+0000")]
    [InlineData("\u0008", "U+0008")]
    [InlineData("\u001B", "U+001B")]
    public async Task A_control_character_is_named_with_its_line(string character, string named)
    {
        using var response = await Host.As("linzhiyuan").PostAsJsonAsync("/api/documents", new { source = Notice.Source + "\n坏" + character });

        await AssertRefusedAsync(response, [400], named);
        await AssertRefusedAsync(response, [400], "第12行");
    }

    [Fact]
    public async Task A_script_in_a_title_is_kept_as_text_and_escaped_in_answers()
    {
        const string script = "<script>alert(1)<script><img src=x onerror=alert(2)>";
        var id = await Notice.DraftAsync(Host, Notice.Source.Replace("“无会周”活动的通知", $"{script}的通知", StringComparison.Ordinal));

        var json = await Host.As("linzhiyuan").GetStringAsync($"/api/documents/{id}");

        Assert.Contains(script, JsonDocument.Parse(json).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impossible_date_is_kept_as_a_draft_but_not_sent_for_review()
    {
        var source = Notice.Source.Replace("印发机关:", "成文日期: 2026-02-30\n印发机关:", StringComparison.Ordinal);
        var id = await Notice.DraftAsync(Host, source);

        using var response = await Host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{id}/start", new { version = await VersionAsync(id) });

        await AssertRefusedAsync(response, [400], "日期");
        Assert.Equal(source, (await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("sourceText").GetString());
    }

    [Theory]
    [InlineData("{ \"source\": ", "application/json", 400, "JSON")]
    [InlineData("{ \"version\": 1 }", "application/json", 400, "JSON")]
    [InlineData("{ \"source\": null }", "application/json", 400, "JSON")]
    [InlineData("{ \"source\": \"\\ud800\" }", "application/json", 400, "JSON")]
    [InlineData("[]", "application/json", 400, "JSON")]
    [InlineData("", "application/json", 400, "")]
    [InlineData("source=x", "application/x-www-form-urlencoded", 415, "application/json")]
    [InlineData("文稿", "text/plain", 415, "application/json")]
    public async Task A_body_that_is_not_what_it_should_be_is_refused(string body, string type, int status, string says)
    {
        using var response = await Host.As("linzhiyuan").PostAsync("/api/documents", new StringContent(body, Encoding.UTF8, type));

        await AssertRefusedAsync(response, [status], says);
    }

    [Fact]
    public async Task A_huge_opinion_and_an_unknown_outcome_are_refused_and_the_seat_stays_open()
    {
        var id = await Notice.StartAsync(Host);
        var seat = (await Host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        foreach (var body in new object[]
        {
            new { outcome = "同意", opinion = new string('好', 2001) }, new { outcome = "同意", opinion = "好\u0000" }, new { outcome = "印发" }, new { outcome = "同意", key = new string('k', 201) },
        })
        {
            using var response = await Host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", body);
            await AssertRefusedAsync(response, [400], "");
        }

        Assert.Equal(seat, (await Host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/documents/none")]
    [InlineData("GET", "/api/documents/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("GET", "/api/documents/{id}/files/..%2F..%2Fdocflow.db")]
    [InlineData("GET", "/api/documents/{id}/files/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("GET", "/api/documents/{id}/versions/99")]
    [InlineData("POST", "/api/work/seats/forged/outcome")]
    [InlineData("POST", "/api/documents/none/receive")]
    public async Task Unknown_and_forged_ids_are_not_found(string method, string path)
    {
        var id = await Notice.DraftAsync(Host);
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal));
        if (method == "POST")
            request.Content = JsonContent.Create(new { outcome = "同意" });

        using var response = await Host.As("linzhiyuan").SendAsync(request);

        await AssertRefusedAsync(response, [404], "");
    }

    [Theory]
    [InlineData("/api/work/open?page=-3")]
    [InlineData("/api/work/drafted?page=2147483647")]
    [InlineData("/api/registers/issue?year=-1&page=-1")]
    public async Task A_page_outside_the_list_is_no_error(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await Host.As("suxiao").GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_stale_save_is_refused_and_the_same_save_again_is_not()
    {
        var id = await Notice.DraftAsync(Host);
        var version = await VersionAsync(id);
        var first = new { source = Notice.Source + "\n第一次修改。", version };

        using var saved = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", first);
        using var repeated = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", first);
        using var stale = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", new { source = Notice.Source + "\n第二次修改。", version });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (saved.StatusCode, repeated.StatusCode));
        Assert.Equal(await saved.Content.ReadAsStringAsync(), await repeated.Content.ReadAsStringAsync());
        await AssertRefusedAsync(stale, [409], "没有覆盖");
    }

    [Fact]
    public async Task A_draft_created_twice_with_the_same_key_is_one_draft()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents") { Content = JsonContent.Create(new { source = Notice.Source }) };
            request.Headers.Add("Idempotency-Key", "pressed-eight-times");
            using var response = await Host.As("linzhiyuan").SendAsync(request);
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        }));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_procedure_that_is_not_published_is_refused_and_the_draft_stays()
    {
        var id = await Notice.DraftAsync(Host);

        using var response = await Host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{id}/start", new { version = await VersionAsync(id), procedure = "no-such" });

        await AssertRefusedAsync(response, [400], "no-such");
        Assert.Equal("Draft", (await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("附件.docx", "这不是 Word 文件", "内容却不是")]
    [InlineData("附件.docx", "PK\u0003\u0004....", "不能排入")]
    [InlineData("附件.exe", "MZ", ".gw.txt")]
    [InlineData("..\\..\\安排表.gw.txt", "一、安排", "不可用")]
    [InlineData("...", "一、安排", "不可用")]
    [InlineData("安排表.gw.txt", "一、\u0000", "控制字符")]
    public async Task An_annex_that_cannot_be_set_is_refused_with_the_way_out(string name, string content, string says)
    {
        var id = await Notice.DraftAsync(Host);

        using var response = await UploadAsync(id, name, Encoding.UTF8.GetBytes(content));

        await AssertRefusedAsync(response, [400], says);
        Assert.Empty((await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("attachmentNames").EnumerateArray());
    }

    [Fact]
    public async Task An_annex_is_kept_shown_and_taken_away()
    {
        var source = Notice.Source.Replace("印发机关:", "附件: [{ 标题: 安排表, 文件: 安排表.gw.txt }]\n印发机关:", StringComparison.Ordinal);
        var id = await Notice.DraftAsync(Host, source);

        using var uploaded = await UploadAsync(id, "安排表.gw.txt", Encoding.UTF8.GetBytes("一、十二月\n第二周不开会。\n"));
        Assert.True(uploaded.IsSuccessStatusCode, await uploaded.Content.ReadAsStringAsync());
        var shown = new StringBuilder();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var preview = await Host.PostAsync("linzhiyuan", "/api/preview", new { source, page, documentId = id });
            pages = preview.GetProperty("pages").GetInt32();
            shown.AppendJoin("", preview.GetProperty("text").EnumerateArray().Select(word => word.GetProperty("text").GetString()));
        }

        Assert.Contains("第二周不开会。", shown.ToString(), StringComparison.Ordinal);
        Assert.Empty((await Host.PostAsync("linzhiyuan", "/api/check", new { source, documentId = id })).GetProperty("problems").EnumerateArray());
        Assert.NotEmpty((await Host.PostAsync("linzhiyuan", "/api/check", new { source })).GetProperty("problems").EnumerateArray());
        using var removed = await Host.As("linzhiyuan").DeleteAsync($"/api/documents/{id}/annexes/{Uri.EscapeDataString("安排表.gw.txt")}?version={await VersionAsync(id)}");

        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Empty((await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("attachmentNames").EnumerateArray());
    }

    [Fact]
    public async Task An_annex_that_was_written_in_Word_is_kept_as_its_text()
    {
        var source = Notice.Source.Replace("印发机关:", "附件: [{ 标题: 安排表, 文件: 安排表.docx }]\n印发机关:", StringComparison.Ordinal);
        var id = await Notice.DraftAsync(Host, source);
        using var word = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(word, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>第二周不开会。</w:t></w:r></w:p></w:body></w:document>"));
        }

        using var uploaded = await UploadAsync(id, "安排表.docx", word.ToArray());

        Assert.True(uploaded.IsSuccessStatusCode, await uploaded.Content.ReadAsStringAsync());
        Assert.Equal(["安排表.gw.txt"], (await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("attachmentNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Empty((await Host.PostAsync("linzhiyuan", "/api/check", new { source, documentId = id })).GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task An_annex_of_more_than_the_limit_is_refused()
    {
        var id = await Notice.DraftAsync(Host);

        using var response = await UploadAsync(id, "安排表.gw.txt", new byte[6 * 1024 * 1024]);

        await AssertRefusedAsync(response, [400, 413], "上限");
    }

    [Fact]
    public async Task A_voided_draft_is_neither_saved_nor_started()
    {
        var id = await Notice.DraftAsync(Host);
        await Host.PostAsync("linzhiyuan", $"/api/documents/{id}/void", new { reason = "不再需要。" });
        await Host.PostAsync("linzhiyuan", $"/api/documents/{id}/void", new { reason = "不再需要。" });

        using var saved = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", new { source = Notice.Source, version = await VersionAsync(id) });
        using var started = await Host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{id}/start", new { version = await VersionAsync(id) });

        await AssertRefusedAsync(saved, [403], "已作废");
        await AssertRefusedAsync(started, [409], "已作废");
        Assert.Single((await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray(), row => row.GetProperty("act").GetString() == "作废");
    }

    private async Task<int> VersionAsync(string id) =>
        (await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("version").GetInt32();

    private async Task<HttpResponseMessage> UploadAsync(string id, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{await VersionAsync(id)}"), "version" } };
        var file = new ByteArrayContent(content);
        // As a hostile client writes it: the name is not what .NET would make of it.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"files\"", FileNameStar = name };
        form.Add(file);
        return await Host.As("linzhiyuan").PostAsync($"/api/documents/{id}/annexes", form);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int[] statuses, string says)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(statuses.Contains((int)response.StatusCode), $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var title = JsonDocument.Parse(text).RootElement.GetProperty("title").GetString()!;
        Assert.Contains(says, title, StringComparison.Ordinal);
        Assert.Contains(title, character => character is > '\u4E00' and < '\u9FFF');
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
