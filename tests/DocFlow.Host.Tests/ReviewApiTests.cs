using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SkiaSharp;

namespace DocFlow.Host.Tests;

/// <summary>Notes, returns, pauses, handwriting and signatures' pictures over HTTP.</summary>
public sealed class ReviewApiTests(SharedHost shared)
{
    private OfficeHost Host => shared.Host;

    [Fact]
    [Trait("Journey", "J04")]
    public async Task A_paragraph_is_noted_returned_with_its_category_answered_compared_and_counted()
    {
        var id = await Notice.StartAsync(Host);
        var seat = (await Host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        var sheet = await Host.ReadAsync("hemin", $"/api/documents/{id}/notes");
        var paragraph = sheet.GetProperty("paragraphs").EnumerateArray().Single(row => row.GetProperty("text").GetString() == "每月第二周为“无会周”。").GetProperty("index").GetInt32();
        var note = (await Host.PostAsync("hemin", $"/api/documents/{id}/notes", new { readVersion = 1, paragraph, text = "请写明首个日期。" })).GetProperty("noteId").GetString();
        await RefusedAsync(HttpStatusCode.BadRequest, Host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "退回", opinion = "见批注。", category = "没有这一类" }));
        await Host.PostAsync("hemin", $"/api/work/seats/{seat}/outcome", new { outcome = "退回", opinion = "见批注。", category = "事实、数据有误" });
        await Host.SettleAsync();
        await Host.WaitForSeatAsync("linzhiyuan", id);
        using (var answered = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/notes/{note}", new { adoption = "Adopted" }))
            Assert.Equal(HttpStatusCode.NoContent, answered.StatusCode);
        var draft = await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        using (var saved = await Host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{id}/draft", new
        {
            source = Notice.Source + "\n二、有关要求", version = draft.GetProperty("version").GetInt32(), cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        }))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());

        using (var word = new ZipArchive(await Host.As("linzhiyuan").GetStreamAsync($"/api/documents/{id}/redline?from=1&to=2")))
        using (var comments = new StreamReader(word.GetEntry("word/comments.xml")!.Open()))
        {
            var text = await comments.ReadToEndAsync();
            Assert.Contains("请写明首个日期。", text, StringComparison.Ordinal);
            Assert.Contains("何敏（科室审核）", text, StringComparison.Ordinal);
            Assert.Contains("答复：采纳", text, StringComparison.Ordinal);
        }

        var year = (await Host.ReadAsync("hemin", "/api/clock")).GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).Year;
        var report = await Host.ReadAsync("hemin", $"/api/returns?year={year}&group=Category");
        var counted = report.GetProperty("documents").EnumerateArray().Single(row => row.GetProperty("documentId").GetString() == id);
        Assert.Equal(("事实、数据有误", "何敏", 1), (counted.GetProperty("category").GetString(), counted.GetProperty("byName").GetString(), counted.GetProperty("returns").GetInt32()));
        using (var sheetFile = new ZipArchive(new MemoryStream(await Host.As("hemin").GetByteArrayAsync($"/api/returns/file?format=xlsx&year={year}"))))
            Assert.NotNull(sheetFile.GetEntry("xl/workbook.xml"));
        Assert.Equal("%PDF"u8.ToArray(), (await Host.As("hemin").GetByteArrayAsync($"/api/returns/file?format=pdf&year={year}"))[..4]);
    }

    [Fact]
    public async Task A_document_that_stands_still_is_not_decided_on_until_it_goes_on()
    {
        var id = await Notice.StartAsync(Host);
        var seat = (await Host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        await Host.PostAsync("linzhiyuan", $"/api/documents/{id}/pause", new { reason = "等上级文件。" });

        await RefusedAsync(HttpStatusCode.Conflict, Host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "同意" }));
        Assert.Equal("等上级文件。", (await Host.ReadAsync("hemin", $"/api/documents/{id}")).GetProperty("pauseReason").GetString());

        await Host.PostAsync("linzhiyuan", $"/api/documents/{id}/resume", new { });
        await Host.DecideAsync("hemin", id, "同意");
    }

    [Fact]
    [Trait("Journey", "J08")]
    public async Task A_picture_of_a_hand_is_given_shown_to_its_owner_alone_and_taken_out_of_use()
    {
        var id = (await UploadAsync("hansong", Hand())).GetProperty("id").GetString();

        Assert.Equal("image/png", (await Host.As("hansong").GetAsync($"/api/signatures/{id}")).Content.Headers.ContentType!.MediaType);
        using (var kept = await Host.As("hansong").GetAsync($"/api/signatures/{id}"))
            Assert.True(kept.Headers.CacheControl!.NoStore);
        await RefusedAsync(HttpStatusCode.NotFound, Host.As("luming").GetAsync($"/api/signatures/{id}"));
        using (var form = Form("<script>"u8.ToArray(), null))
            await RefusedAsync(HttpStatusCode.BadRequest, Host.As("hansong").PostAsync("/api/signatures/", form));
        var owner = (await Host.ReadAsync("linzhiyuan", "/api/work/people")).EnumerateArray().Single(row => row.GetProperty("name").GetString() == "陆明").GetProperty("id").GetString();
        using (var form = Form(Hand(), owner))
            await RefusedAsync(HttpStatusCode.Forbidden, Host.As("hansong").PostAsync("/api/signatures/", form));
        await Host.PostAsync("hansong", $"/api/signatures/{id}/retire", new { });
        Assert.Equal(JsonValueKind.String, Assert.Single((await Host.ReadAsync("hansong", "/api/signatures")).EnumerateArray()).GetProperty("retiredAt").ValueKind);
    }

    [Fact]
    [Trait("Journey", "J08")]
    public async Task An_opinion_written_by_hand_goes_with_the_decision_or_is_refused_with_it()
    {
        var id = await Notice.StartAsync(Host);
        var path = $"/api/work/seats/{(await Host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString()}/outcome";
        foreach (var (bad, said) in new[]
        {
            ("{\"strokes\":[]}", "手写意见是空的"), ("{\"strokes\":[{\"points\":[]}]}", "第1笔是空的"),
            ("{\"strokes\":[{\"points\":[{\"x\":1,\"y\":1001}]}]}", "书写区外"), ("{\"strokes\":[{\"points\":[{\"x\":1e999,\"y\":1}]}]}", "书写区外"),
            ("{\"strokes\":[{\"points\":[{\"x\":1,\"y\":1,\"pressure\":-1}]}]}", "笔压"),
            ($"{{\"strokes\":[{{\"points\":[{string.Join(',', Enumerable.Repeat("{\"x\":1,\"y\":1}", 12_001))}]}}]}}", "超过上限"),
            ("{\"strokes\":[{\"points\":[{\"x\":NaN,\"y\":1}]}]}", "JSON"), ("{\"strokes\":[{\"points\":[{\"x\":\"NaN\",\"y\":1}]}]}", "书写区外"),
            ("{\"strokes\":[{\"points\":[{\"y\":1}]}]}", "JSON"), ("\"<svg onload=alert(1)>\"", "JSON"), ("{\"strokes\":[", "JSON"), ("{}", "JSON"),
        })
        {
            using var refused = await Host.As("hemin").PostAsync(path, new StringContent($"{{\"outcome\":\"同意\",\"handwriting\":{bad}}}", null, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(said, JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        }

        var handwriting = new { strokes = new[] { new { points = new[] { new { x = 100, y = 100 }, new { x = 300, y = 200 } } } } };
        await RefusedAsync(HttpStatusCode.Forbidden, Host.As("baihua").PostAsJsonAsync(path, new { outcome = "同意", handwriting }));
        await Host.PostAsync("hemin", path, new { outcome = "同意", handwriting });

        var row = (await Host.ReadAsync("linzhiyuan", $"/api/documents/{id}/opinions")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("personName").GetString() == "何敏");
        var drawn = $"/api/documents/{id}/handwriting/{row.GetProperty("handwritingHash").GetString()}";
        using (var svg = await Host.As("linzhiyuan").GetAsync(drawn))
        {
            Assert.Equal(("image/svg+xml", true), (svg.Content.Headers.ContentType!.MediaType, svg.Headers.CacheControl!.NoStore));
            Assert.Contains("M100 100L200 150L300 200", await svg.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await RefusedAsync(HttpStatusCode.NotFound, Host.As("dingyi").GetAsync(drawn));
    }

    private async Task<JsonElement> UploadAsync(string login, byte[] png)
    {
        using var form = Form(png, null);
        using var response = await Host.As(login).PostAsync("/api/signatures/", form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static MultipartFormDataContent Form(byte[] png, string? owner)
    {
        var file = new ByteArrayContent(png);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        var form = new MultipartFormDataContent { { file, "file", "hand.png" } };
        if (owner is not null)
            form.Add(new StringContent(owner), "personId");
        return form;
    }

    private static async Task RefusedAsync(HttpStatusCode expected, Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        Assert.Equal(expected, response.StatusCode);
    }

    private static byte[] Hand()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(600, 200, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Black, StrokeWidth = 10 };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawLine(20, 180, 580, 20, paint);
        canvas.DrawLine(20, 20, 300, 180, paint);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
