using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

// What the journeys say of files: opened as the person at the window gets them.
public sealed partial class ReviewClickTests
{
    // J04: 花脸稿 as Word with native revisions of who made them, and as PDF with the same marks.
    private async Task OpenRedlinesAsync(IPage page)
    {
        var word = await OpenLinkAsync(page, "花脸稿 Word");
        using (var archive = new ZipArchive(new MemoryStream(word)))
        using (var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open()))
        {
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Matches("<w:del [^>]*w:author=\"周亦凡（核稿）\"", text);
        }

        Assert.Contains("周亦凡", Text(await OpenLinkAsync(page, "花脸稿 PDF")), StringComparison.Ordinal);
        var printed = await page.Context.APIRequest.GetAsync($"{_host.Address}/api/documents/{_id}/papers/trace");
        Assert.Contains("退文类别：内容表述不准确", Text(await printed.BodyAsync()), StringComparison.Ordinal);
    }

    // J05: the form has the opinions in the organisation's order.
    private async Task ReadOrderAsync(IPage page)
    {
        var response = await page.Context.APIRequest.GetAsync($"{_host.Address}/api/documents/{_id}/papers/manuscript");
        var form = Text(await response.BodyAsync());
        var at = new[] { "市委组织部：", "市财政局：", "市行政审批局：" }.Select(unit => form.IndexOf(unit, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    // J08: neither the drafter nor the registry replaces an annex of what was signed, nor changes a comma, over the address either.
    private async Task ChangeNothingSignedAsync()
    {
        var signed = await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}");
        var draft = await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}/draft");
        var version = draft.GetProperty("version").GetInt32();
        foreach (var login in new[] { "linzhiyuan", "suxiao" })
        {
            using var form = new MultipartFormDataContent { { new StringContent($"{version}"), "version" }, { new ByteArrayContent("另一张表"u8.ToArray()), "files", "安排表.gw.txt" } };
            using var replaced = await _host.As(login).PostAsync($"/api/documents/{_id}/annexes", form, TestContext.Current.CancellationToken);
            Assert.True(replaced.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict, $"{login}: {replaced.StatusCode}");
        }

        using var comma = await _host.As("linzhiyuan").PutAsJsonAsync(
            $"/api/documents/{_id}/draft", new { source = draft.GetProperty("sourceText").GetString() + "，", version, cosigningUnitIds = draft.GetProperty("cosigningUnitIds") }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, comma.StatusCode);
        var after = await _host.ReadAsync("linzhiyuan", $"/api/documents/{_id}");
        foreach (var name in new[] { "signedHash", "currentVersion" })
            Assert.Equal(signed.GetProperty(name).ToString(), after.GetProperty(name).ToString());
    }

    // J09: the issued files have nothing that blocks.
    private async Task CheckIssuedAsync()
    {
        var files = (await _host.ReadAsync("suxiao", $"/api/documents/{_id}")).GetProperty("files").EnumerateArray().Where(file => file.GetProperty("purpose").GetString() == "Final").ToList();
        Assert.Equal(["docx", "pdf"], files.Select(file => file.GetProperty("format").GetString()).Order());
        foreach (var file in files)
        {
            var content = await _host.As("suxiao").GetByteArrayAsync($"/api/documents/{_id}/files/{file.GetProperty("fileHash").GetString()}", TestContext.Current.CancellationToken);
            using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", $"印发.{file.GetProperty("format").GetString()}" } };
            using var response = await _host.As("suxiao").PostAsync("/api/files/check/", form, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.True(answer.GetProperty("blocking").GetInt32() == 0, answer.ToString());
        }
    }

    // J09: the register of seals has the two names.
    private async Task ReadSealBookAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "用印登记簿" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "云办发〔2026〕37号" });
        await row.WaitForAsync();
        foreach (var name in new[] { "苏晓", "陆明", "顾晨", "中共云河市委办公室" })
            await row.GetByRole(AriaRole.Cell, new() { Name = name, Exact = true }).WaitForAsync();
        await PictureAsync(page, "j09-seals");
    }

    // The link's own address, for the first two versions.
    private async Task<byte[]> OpenLinkAsync(IPage page, string name)
    {
        var address = await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(name) }).GetAttributeAsync("href");
        var response = await page.Context.APIRequest.GetAsync($"{_host.Address}/{Regex.Replace(address!, "from=\\d+&to=\\d+", "from=1&to=2")}");
        Assert.Equal(200, response.Status);
        return await response.BodyAsync();
    }

    private static string Text(byte[] file)
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        return string.Concat(pdf.GetPages().SelectMany(face => face.Letters).Select(letter => letter.Value));
    }
}
