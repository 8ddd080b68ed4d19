using DocFlow.Documents;
using DocFlow.Host.Tests.Checking;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>格式检测 in the browser: a clerk chooses a file, reads the findings and takes the copies home.</summary>
[Trait("Journey", "J29")]
public sealed class FileCheckPageTests
{
    [Fact]
    public async Task A_clerk_checks_a_word_file_and_downloads_report_comments_and_corrected_copy()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("linzhiyuan");
        await page.GetByRole(AriaRole.Link, new() { Name = "格式检测" }).ClickAsync();
        var chooser = page.GetByLabel("要检测的文件");
        var word = FaultyFiles.Write(FileFormat.Word);
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("格式检测");
        await OfficeBrowser.ChooseAsync(chooser, new FilePayload { Name = "通知.docx", MimeType = "application/octet-stream", Buffer = word });

        var result = page.GetByRole(AriaRole.Region, new() { Name = "检测结果" });
        await result.GetByText("须改2项").WaitForAsync();
        await Assertions.Expect(result.GetByRole(AriaRole.Row).Filter(new() { HasText = "G-29" })).ToContainTextAsync("云办发[2026]12号");
        await Assertions.Expect(result.GetByRole(AriaRole.Row).Filter(new() { HasText = "G-93" })).ToContainTextAsync("第");

        Assert.StartsWith("%PDF", await SaveAsync("下载检测报告（PDF）", "通知检测报告.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await SaveAsync("下载检测报告（Word）", "通知检测报告.docx"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await SaveAsync("下载批注稿", "通知（批注）.docx"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await SaveAsync("下载改正稿", "通知（改正）.docx"), StringComparison.Ordinal);
        await page.GetByText("改正稿改好2项").WaitForAsync();

        await OfficeBrowser.ChooseAsync(chooser, new FilePayload { Name = "假.pdf", MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "不是 PDF 文件" }).WaitForAsync();
        await Assertions.Expect(result).ToHaveCountAsync(0);
        Assert.Empty(browser.ConsoleErrors);
        Assert.Empty(browser.OutsideRequests);

        async Task<string> SaveAsync(string button, string name)
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
            Assert.Equal(name, download.SuggestedFilename);
            return System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await download.PathAsync()), 0, 4);
        }
    }
}
