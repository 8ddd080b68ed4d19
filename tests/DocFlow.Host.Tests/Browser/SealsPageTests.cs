using DocFlow.Documents.Tests.Measuring;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>印章图样 in the browser: the keeper hands a picture in and sees it, and the next document that is issued bears it.</summary>
public sealed class SealsPageTests
{
    private const string Organ = "中共云河市委办公室";

    [Fact]
    public async Task A_keeper_registers_a_picture_and_the_issued_document_bears_it()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a whole document in a browser's company.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("guchen");
        await page.GetByRole(AriaRole.Link, new() { Name = "印章图样" }).ClickAsync();
        await page.GetByRole(AriaRole.Note).Filter(new() { HasText = "样章" }).WaitForAsync();
        var form = page.GetByRole(AriaRole.Region, new() { Name = "登记图样" });
        await form.GetByLabel("机关署名").FillAsync(Organ);
        await OfficeBrowser.ChooseAsync(page.GetByLabel("图样文件"), new FilePayload { Name = "章.png", MimeType = "image/png", Buffer = SealPictures.Ring() });

        await page.GetByText($"已登记“{Organ}”的图样。").WaitForAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = Organ });
        await Assertions.Expect(row).ToContainTextAsync("45×45 毫米");
        await Assertions.Expect(row).ToContainTextAsync("在用");
        await Assertions.Expect(row.GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 600);
        Assert.Empty(browser.ConsoleErrors);

        var picture = Assert.Single((await IssueAsync(host)).Pages.SelectMany(sheet => sheet.Pictures));
        Assert.Equal(45, picture.Width, 0.1);
    }

    [Fact]
    public async Task Who_keeps_no_seals_is_told_so()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser of its own.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("linzhiyuan");
        await page.GotoAsync(host.Address + "/seals");

        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "监印岗位" }).WaitForAsync();
        await Assertions.Expect(page.GetByLabel("图样文件")).ToHaveCountAsync(0);
    }

    private static async Task<MeasuredPdf> IssueAsync(OfficeHost host)
    {
        var id = await Notice.StartAsync(host);
        foreach (var (login, outcome) in new[] { ("hemin", "同意"), ("zhouyifan", "同意"), ("baihua", "同意"), ("shilei", "同意"), ("jiangyue", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await host.DecideAsync(login, id, outcome);
        var file = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("files").EnumerateArray()
            .Single(row => row.GetProperty("purpose").GetString() == "Final" && row.GetProperty("format").GetString() == "pdf").GetProperty("fileHash").GetString();
        return MeasuredPdf.Read(await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{file}", TestContext.Current.CancellationToken));
    }
}
