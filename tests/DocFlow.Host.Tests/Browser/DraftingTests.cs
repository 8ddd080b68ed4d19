using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The drafting desk under what happens to it: closed browsers, second windows, huge and hostile texts.</summary>
public sealed class DraftingTests
{
    private const string Title = "中共云河市委办公室关于试写的通知";

    [Fact]
    [Trait("Journey", "J01")]
    public async Task What_was_typed_is_there_after_the_browser_was_closed()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await OpenBlankAsync(browser);
        await TypeAsync(page, "第一段写到这里。");
        await SavedAsync(page);
        var address = page.Url;
        await page.Context.CloseAsync();

        var again = await browser.SignInAsync("linzhiyuan");
        await again.GetByRole(AriaRole.Link, new() { Name = "我发起" }).ClickAsync();
        await again.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Assertions.Expect(again).ToHaveURLAsync(address);

        await Assertions.Expect(Body(again)).ToHaveValueAsync("第一段写到这里。");
        await Assertions.Expect(again.GetByLabel("标题", new() { Exact = true })).ToHaveValueAsync(Title);
    }

    [Fact]
    public async Task An_annex_is_taken_from_a_Word_file_after_what_stands_there_and_what_cannot_be_taken_is_named()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await OpenBlankAsync(browser);
        await page.GetByRole(AriaRole.Button, new() { Name = "加一个附件" }).ClickAsync();
        await page.GetByLabel("附件1名称").FillAsync("安排表");
        await page.GetByLabel("附件1内容").FillAsync("原有的一段。");
        await SavedAsync(page);

        await OfficeBrowser.ChooseAsync(page.GetByLabel("附件1从 Word 文件取内容"), Word("安排.docx", "<w:p><w:r><w:t>一、安排</w:t></w:r></w:p>"));
        await Assertions.Expect(page.GetByLabel("附件1内容")).ToHaveValueAsync("原有的一段。\n一、安排\n");
        await page.GetByText("已选 安排.docx").WaitForAsync();
        await SavedAsync(page);

        await OfficeBrowser.ChooseAsync(page.GetByLabel("附件1从 Word 文件取内容"), Word("图.docx", "<w:p><w:r><w:drawing/></w:r></w:p>"));
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "“图.docx”没有取用：Word 文件中有图片或图形1处" }).WaitForAsync();
        await Assertions.Expect(page.GetByLabel("附件1内容")).ToHaveValueAsync("原有的一段。\n一、安排\n");
        // What is typed into the new box is taken as before.
        await page.GetByLabel("附件1内容").FillAsync("改写。");
        var draft = $"/api/documents/{page.Url[(page.Url.LastIndexOf('/') + 1)..]}/draft";
        await host.WaitForAsync("linzhiyuan", draft, read => read.GetProperty("sourceText").GetString()!.Contains("改写。", StringComparison.Ordinal));
        Assert.Empty(browser.ConsoleErrors);
    }

    private static FilePayload Word(string name, string body)
    {
        using var file = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml").Open();
            part.Write(System.Text.Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"));
        }

        return new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = file.ToArray() };
    }

    [Fact]
    public async Task Of_two_windows_the_later_save_is_refused_and_keeps_its_text_on_the_page()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var first = await OpenBlankAsync(browser);
        await TypeAsync(first, "起头。");
        await SavedAsync(first);
        var second = await browser.SignInAsync("linzhiyuan");
        await second.GotoAsync(first.Url);
        await Body(second).WaitForAsync();

        await TypeAsync(first, "第一个窗口写的。");
        await SavedAsync(first);
        await Body(second).FillAsync("第二个窗口写的。");

        await second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "刚刚被改动过" }).WaitForAsync();
        await Assertions.Expect(Body(second)).ToHaveValueAsync("第二个窗口写的。");
        await first.ReloadAsync();
        await Body(first).WaitForAsync();
        await Assertions.Expect(Body(first)).ToHaveValueAsync("第一个窗口写的。");
    }

    [Fact]
    public async Task What_others_changed_is_never_left_behind_by_going_back_to_the_document()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await OpenBlankAsync(browser);
        await page.GetByLabel("主送机关", new() { Exact = true }).FillAsync("各县（区）委办公室");
        await TypeAsync(page, "正文一段。");
        await SavedAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await page.GetByText("正在等待：科室审核").WaitForAsync();
        var id = new Uri(page.Url).Segments[^1];

        // The section head edits in two windows.
        var first = await browser.SignInAsync("hemin");
        await first.GotoAsync($"{host.Address}/draft/{id}");
        await Assertions.Expect(Body(first)).ToHaveValueAsync("正文一段。");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync($"{host.Address}/draft/{id}");
        await Assertions.Expect(Body(second)).ToHaveValueAsync("正文一段。");
        await TypeAsync(first, "第一个窗口改的。");
        await SavedAsync(first);
        await Body(second).FillAsync("第二个窗口改的。");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存并返回公文" }).ClickAsync();

        await second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "改动过" }).First.WaitForAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "保存并返回公文" }).ClickAsync();
        await second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "没有丢失" }).First.WaitForAsync();
        Assert.Contains("/draft/", second.Url, StringComparison.Ordinal);
        await Assertions.Expect(Body(second)).ToHaveValueAsync("第二个窗口改的。");
    }

    [Fact]
    public async Task Five_megabytes_of_pasted_text_are_refused_in_words_and_the_page_goes_on_working()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await OpenBlankAsync(browser);
        await TypeAsync(page, "原来的一段。");
        await SavedAsync(page);

        await Body(page).EvaluateAsync("box => { box.value = '会议'.repeat(850_000); box.dispatchEvent(new Event('input', { bubbles: true })); }");
        await page.GetByText("没有送去保存和排版").WaitForAsync();
        Assert.Equal(1_700_000, (await Body(page).InputValueAsync()).Length);

        await TypeAsync(page, "改短了。");
        await SavedAsync(page);
        await page.GetByText("没有送去保存和排版").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.ReloadAsync();
        await Body(page).WaitForAsync();
        await Assertions.Expect(Body(page)).ToHaveValueAsync("改短了。");
    }

    [Fact]
    public async Task A_script_in_a_title_is_only_words()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        const string hostile = "关于<script>document.title='入侵'<img src=x onerror=\"document.title='入侵'\">的通知";
        var page = await OpenBlankAsync(browser, hostile);
        await TypeAsync(page, "正文。");
        await SavedAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "我发起" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = hostile }).ClickAsync();
        await Body(page).WaitForAsync();
        await page.GotoAsync(page.Url.Replace("/draft/", "/documents/", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Heading, new() { Name = hostile }).WaitForAsync();

        Assert.Equal($"{hostile} · DocFlow", await page.TitleAsync());
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task What_can_t_be_set_is_said_beside_the_words_and_can_t_be_sent()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await OpenBlankAsync(browser);
        await TypeAsync(page, "正文。");
        await page.GetByLabel("成文日期", new() { Exact = true }).FillAsync("2026-02-30");

        await page.GetByLabel("检查结果").GetByText("不是有效日期").WaitForAsync();
        await page.GetByText("处须先改好").WaitForAsync();
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).IsDisabledAsync());

        await page.GetByLabel("成文日期", new() { Exact = true }).FillAsync("2026-02-28");
        await page.GetByText("处须先改好").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.GetByText("按印出的样子，共").WaitForAsync();
    }

    [Fact]
    public async Task An_administrator_has_no_desk_but_sees_how_the_system_stands()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);

        var page = await browser.SignInAsync("sysadmin");
        await page.GetByText("没有转到下一步的公文").WaitForAsync();

        Assert.EndsWith("/system", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "拟稿" }).CountAsync());
    }

    private static async Task<IPage> OpenBlankAsync(OfficeBrowser browser, string title = Title)
    {
        var page = await browser.SignInAsync("linzhiyuan");
        await page.GetByRole(AriaRole.Link, new() { Name = "拟稿", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "普发通知，空白" }).ClickAsync();
        await page.GetByLabel("标题", new() { Exact = true }).FillAsync(title);
        return page;
    }

    private static Task TypeAsync(IPage page, string text) => Body(page).FillAsync(text);

    private static ILocator Body(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true });

    // Saving says when; what was typed before this press is in it.
    private static async Task SavedAsync(IPage page)
    {
        await Body(page).BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存 " }).WaitForAsync();
    }
}
