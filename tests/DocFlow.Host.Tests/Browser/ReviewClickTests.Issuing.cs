using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SkiaSharp;

namespace DocFlow.Host.Tests.Browser;

// J08 to J10: signed, numbered, sealed, issued, received, corrected.
public sealed partial class ReviewClickTests
{
    // J08: 陆明 hands in the picture of his hand, and signs with it and his words.
    private async Task SignAsync()
    {
        await ClockAsync("2026-12-04T09:00:00+08:00");
        var page = await _browser.SignInAsync("luming");
        await page.GetByRole(AriaRole.Link, new() { Name = "签名图样" }).ClickAsync();
        await OfficeBrowser.ChooseAsync(page.GetByLabel("图样文件"), new FilePayload { Name = "陆明.png", MimeType = "image/png", Buffer = Hand() });
        await page.GetByText("已登记陆明的签名图样。").WaitForAsync();
        await OfficeBrowser.ChooseAsync(page.GetByLabel("图样文件"), new FilePayload { Name = "坏.png", MimeType = "image/png", Buffer = "<script>"u8.ToArray() });
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "签名图片须为 PNG 文件" }).WaitForAsync();
        await PictureAsync(page, "j08-register");
        await page.GotoAsync($"{_host.Address}/documents/{_id}");
        await Assertions.Expect(page.GetByLabel("文单", new() { Exact = true }).GetByText("未编号")).ToBeVisibleAsync();
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("同意印发。");
        await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定签发" }).ClickAsync();
        var hand = page.GetByAltText("陆明签名");
        await hand.WaitForAsync();
        Assert.True(await hand.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth === 600; }"));
        await PictureAsync(page, "j08-signed");
        await page.Context.CloseAsync();
        // A comma afterwards is refused: there is nothing to edit on the page, and the address is refused too.
        page = await OpenAsync("linzhiyuan");
        await page.GetByLabel("文单", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "修改文稿" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        await ChangeNothingSignedAsync();
        var form = await _host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{_id}/papers/manuscript");
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(form);
        Assert.Contains("同意印发", string.Concat(pdf.GetPages().SelectMany(face => face.Letters).Select(letter => letter.Value)), StringComparison.Ordinal);
        Assert.Single(pdf.GetPages().SelectMany(face => face.GetImages()));
        if (_pictures is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "j08-form.pdf"), form);
    }

    // J09: numbered, sealed by a second person, issued.
    private async Task IssueAsync()
    {
        await PressAsync("suxiao", "通过");
        await PressAsync("suxiao", "编号");
        await PressAsync("guchen", "用印");
        await ClockAsync("2026-12-07T09:00:00+08:00");
        await PressAsync("suxiao", "印发");
        var page = await _browser.SignInAsync("suxiao");
        await page.GetByRole(AriaRole.Link, new() { Name = "发文登记簿" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "云办发〔2026〕37号" }).WaitForAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "0/4" }).WaitForAsync();
        await PictureAsync(page, "j09-register");
        await ReadSealBookAsync(page);
        await CheckIssuedAsync();
        await page.Context.CloseAsync();
    }

    // J10: 夏禾 signs for it, 岑岭 doesn't and is reminded; 苏晓 corrects the annex, 顾晨 seals it, and it is sent to one unit more.
    private async Task ReceiveAndCorrectAsync()
    {
        var page = await _browser.SignInAsync("xiahe");
        await page.GetByLabel("待签收").GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await page.GetByLabel("分发签收").GetByText("夏禾").WaitForAsync();
        await page.Context.CloseAsync();
        await ClockAsync("2026-12-08T17:32:00+08:00");
        page = await _browser.SignInAsync("cenling");
        await page.GotoAsync($"{_host.Address}/notices");
        await page.GetByText("已于2026年12月7日").First.WaitForAsync();
        await page.Context.CloseAsync();

        page = await OpenAsync("suxiao");
        var card = page.GetByLabel("分发签收", new() { Exact = true });
        await card.GetByText("1/4").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "更正…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var text = dialog.GetByLabel("正文和要素", new() { Exact = true });
        await Assertions.Expect(text).Not.ToHaveValueAsync("");
        await text.FillAsync((await text.InputValueAsync()).Replace("一号会议室", "二号会议室", StringComparison.Ordinal));
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "确定更正" })).ToBeDisabledAsync();
        await dialog.GetByLabel("更正说明（错在哪里）").FillAsync("附件地点有误。");
        await PictureAsync(page, "j10-correct");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定更正" }).ClickAsync();
        await page.GetByText("待第二人用印后发出").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "核对无误，用印发出" })).ToHaveCountAsync(0);
        var sealer = await OpenAsync("guchen");
        await sealer.GetByRole(AriaRole.Button, new() { Name = "核对无误，用印发出" }).ClickAsync();
        await sealer.GetByText("这是更正后的文件").WaitForAsync();
        await PictureAsync(sealer, "j10-sealed");
        await sealer.Context.CloseAsync();
        await page.GetByText("这是更正后的文件").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "补发…" }).ClickAsync();
        await dialog.GetByLabel("督查室", new() { Exact = true }).CheckAsync();
        await dialog.GetByLabel("补发理由").FillAsync("漏发。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "补发", Exact = true }).ClickAsync();
        await card.GetByText("督查室").WaitForAsync();
        await PictureAsync(page, "j10-card");
        await page.Context.CloseAsync();

        // The county reads both: the first one marked, the new one beside it, and signs for the new one.
        page = await OpenAsync("xiahe");
        await page.GetByText("这是更正后的文件").WaitForAsync();
        await page.GetByLabel(new Regex("已更正")).CheckAsync();
        await page.GetByText("这一份已于").WaitForAsync();
        await page.Locator(".void-stamp").First.WaitForAsync();
        Assert.True(await page.GetByAltText("第1页", new() { Exact = true }).EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 500; }"));
        await PictureAsync(page, "j10-stamped");
        await page.GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("分发签收", new() { Exact = true }).GetByText("未签收")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "更正…" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static byte[] Hand()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(600, 200, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 10, IsAntialias = true };
        canvas.Clear(SKColors.Transparent);
        for (var x = 20; x < 580; x += 4)
            canvas.DrawLine(x, Wave(x), x + 5, Wave(x + 5), paint);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();

        static float Wave(int x) => 100 + 70 * (float)(Math.Sin(x / 40.0) * Math.Cos(x / 90.0));
    }
}
