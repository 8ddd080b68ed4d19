using DocFlow.Documents.Papers;
using DocFlow.Office.Notices;
using DocFlow.Office.Papers;
using DocFlow.Office.Signatures;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace DocFlow.Office.Tests;

/// <summary>A signature's picture is its owner's, and stands on what was signed with it.</summary>
[Trait("Journey", "J08")]
public sealed class SignatureDeskTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_leader_signs_with_picture_opinion_and_day_and_the_form_shows_them_in_their_box()
    {
        var picture = await AddAsync("luming", "luming", Hand(600, 200));
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await SignAsync();

        var form = await FormAsync(id);
        var box = form.Rows.Single(row => row.Cells[0].Texts[0].Words == "签发").Cells[1];
        Assert.Equal(["同意印发。", "", "陆明　2026年12月4日"], box.Texts.Select(text => text.Words));
        var shown = box.Texts[2].Picture!;
        // 3:1, as high as two rows of the form.
        Assert.Equal(("陆明签名", 36.0, 12.0), (shown.Name, Math.Round(shown.Width, 2), Math.Round(shown.Height, 2)));
        Assert.True((await _office.ReadAsync("linzhiyuan", id)).HasSignaturePicture);
        var detail = await _office.ActAsync<IOfficeData, string?>(data => data.Events.Where(row => row.DocumentId == id && row.Act == "签发").Select(row => row.DetailJson).SingleAsync());
        Assert.Contains(picture.FileHash, detail, StringComparison.Ordinal);

        // Out of use from now on: what was signed with it keeps it.
        await AddAsync("luming", "luming", Hand(400, 200));
        Assert.NotNull((await FormAsync(id)).Rows.Single(row => row.Cells[0].Texts[0].Words == "签发").Cells[1].Texts[2].Picture);
        Assert.Equal(picture.FileHash, await _office.ActAsync<IOfficeData, string?>(data => data.Seats.Where(seat => seat.SignatureHash != null).Select(seat => seat.SignatureHash).SingleAsync()));
    }

    [Fact]
    public async Task A_signature_that_was_voided_loses_its_picture_on_the_form_and_one_without_a_picture_has_none()
    {
        var plain = await SignAsync();
        Assert.Null((await FormAsync(plain)).Rows.Single(row => row.Cells[0].Texts[0].Words == "签发").Cells[1].Texts[0].Picture);
        Assert.False((await _office.ReadAsync("linzhiyuan", plain)).HasSignaturePicture);

        await AddAsync("guchen", "luming", Hand(600, 200));
        var id = await SignAsync();
        await _office.DecideAsync("suxiao", id, "退回", "第三段日期有误。");

        Assert.All((await FormAsync(id)).Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Texts), text => Assert.Null(text.Picture));
        var person = await _office.PersonIdAsync("linzhiyuan");
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<ISignatureDesk, byte[]>(desk => desk.ReadOfDocumentAsync(person, id)));
    }

    [Fact]
    public async Task The_keeper_gives_one_for_a_leader_who_is_told_and_nobody_else_does()
    {
        var picture = await AddAsync("guchen", "luming", Hand(600, 200));

        Assert.Contains("顾晨为您登记签名图样", Assert.Single(await _office.NoticesAsync("luming", NoticeKind.System)), StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Forbidden, () => AddAsync("linzhiyuan", "luming", Hand(600, 200)));
        await Play.RefusedAsync(Refusal.Forbidden, () => AddAsync("hansong", "luming", Hand(600, 200)));
        var (stranger, owner) = (await _office.PersonIdAsync("linzhiyuan"), await _office.PersonIdAsync("luming"));
        Assert.Empty(await _office.ActAsync<ISignatureDesk, IReadOnlyList<SignaturePicture>>(desk => desk.ListAsync(stranger)));
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<ISignatureDesk, byte[]>(desk => desk.ReadAsync(stranger, picture.Id)));
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<ISignatureDesk>(desk => desk.RetireAsync(stranger, picture.Id)));
        await _office.ActAsync<ISignatureDesk>(desk => desk.RetireAsync(owner, picture.Id));
        Assert.NotNull(Assert.Single(await _office.ActAsync<ISignatureDesk, IReadOnlyList<SignaturePicture>>(desk => desk.ListAsync(owner))).RetiredAt);
        var id = await SignAsync();
        Assert.False((await _office.ReadAsync("linzhiyuan", id)).HasSignaturePicture);
    }

    [Fact]
    public async Task What_is_no_picture_of_a_hand_is_refused()
    {
        foreach (var hostile in new[] { [], [1, 2, 3], "<svg onload=alert(1)>"u8.ToArray(), Hand(50, 50), Solid(), Huge(), Hand(600, 200)[..500] })
        {
            var refusal = await Play.RefusedAsync(Refusal.Invalid, () => AddAsync("luming", "luming", hostile));
            Assert.StartsWith("签名图片", refusal.Message, StringComparison.Ordinal);
        }
    }

    private async Task<string> SignAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("luming", id, "签发", "同意印发。");
        return id;
    }

    private async Task<Paper> FormAsync(string id)
    {
        var person = await _office.PersonIdAsync("linzhiyuan");
        return await _office.ActAsync<IPapers, Paper>(papers => papers.ReadAsync(person, id, PaperKind.Manuscript));
    }

    private async Task<SignaturePicture> AddAsync(string login, string owner, byte[] content)
    {
        var (person, of) = (await _office.PersonIdAsync(login), await _office.PersonIdAsync(owner));
        return await _office.ActAsync<ISignatureDesk, SignaturePicture>(desk => desk.AddAsync(person, of, content));
    }

    // A small file that says it holds a picture larger than any memory.
    private static byte[] Huge()
    {
        var bytes = Hand(600, 200);
        bytes.AsSpan(16, 8).Fill(0x7F);
        return bytes;
    }

    private static byte[] Solid() => Draw(600, 200, canvas => canvas.Clear(SKColors.White));

    private static byte[] Hand(int width, int height) => Draw(width, height, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 8 };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawLine(5, height - 10, width - 5, 10, paint);
        canvas.DrawLine(5, 10, width / 2f, height - 10, paint);
    });

    private static byte[] Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        draw(canvas);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
