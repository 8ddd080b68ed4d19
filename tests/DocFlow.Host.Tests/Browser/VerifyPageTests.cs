using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The electronic signature on the document's page, and 验签 for a PDF that somebody was sent.</summary>
[Trait("Journey", "J09")]
public sealed class VerifyPageTests
{
    [Fact]
    public async Task A_county_sees_whose_signature_an_issued_file_bears_and_that_a_changed_copy_has_none()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: PolicyDocumentTests asks the same over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var id = await Notice.IssueAsync(host, Notice.Source);
        var file = (await host.ReadAsync("xiahe", $"/api/documents/{id}")).GetProperty("files").EnumerateArray().Single(row => row.GetProperty("format").GetString() == "pdf").GetProperty("fileHash").GetString();
        var content = await host.As("xiahe").GetByteArrayAsync($"/api/documents/{id}/files/{file}", TestContext.Current.CancellationToken);

        var page = await browser.SignInAsync("xiahe");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        var sheet = page.GetByRole(AriaRole.Region, new() { Name = "文单" });
        await sheet.GetByText("电子签名有效").ClickAsync();
        await Assertions.Expect(sheet).ToContainTextAsync("签名以后文件没有改动");
        await Assertions.Expect(sheet).ToContainTextAsync("测试证书，不具效力");

        await page.GetByRole(AriaRole.Link, new() { Name = "验签" }).ClickAsync();
        await OfficeBrowser.ChooseAsync(page.GetByLabel("要验证的 PDF"), new FilePayload { Name = "收到.pdf", MimeType = "application/pdf", Buffer = content });
        var result = page.GetByRole(AriaRole.Region, new() { Name = "验证结果" });
        await Assertions.Expect(result).ToContainTextAsync("电子签名有效：测试签名证书（不具效力）签名以后文件没有改动。");
        await Assertions.Expect(result).ToContainTextAsync("SM2/SM3");
        content[content.Length / 2] ^= 1;
        await OfficeBrowser.ChooseAsync(page.GetByLabel("要验证的 PDF"), new FilePayload { Name = "改过.pdf", MimeType = "application/pdf", Buffer = content });
        await Assertions.Expect(result).ToContainTextAsync("文件被改：文件在签名以后被改动过。");
        Assert.Empty(browser.ConsoleErrors);
    }
}
