using DocFlow.Office.Seals;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace DocFlow.Office.Tests;

/// <summary>A seal's picture is given by its keeper, never made, and never stretched.</summary>
public sealed class SealDeskTests : IAsyncLifetime
{
    private const string Organ = "中共云河市委办公室";

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_keeper_registers_a_picture_and_the_next_one_takes_its_place()
    {
        var first = await AddAsync("guchen", new NewSealPicture(Organ, false, Ring(400, 400), 42, 42));
        var second = await AddAsync("guchen", new NewSealPicture($" {Organ} ", false, Ring(500, 500), 45, 45));
        var stamp = await AddAsync("guchen", new NewSealPicture("陆明", true, Ring(400, 200), 40, 20));

        var keeper = await _office.PersonIdAsync("guchen");
        var pictures = await _office.ActAsync<ISealDesk, IReadOnlyList<SealPicture>>(desk => desk.ListAsync(keeper));
        Assert.Equal(3, pictures.Count);
        Assert.Equal([second.Id, stamp.Id], [.. new[] { second.Id, stamp.Id }.Where(id => pictures.Single(picture => picture.Id == id).RetiredAt is null)]);
        Assert.NotNull(pictures.Single(picture => picture.Id == first.Id).RetiredAt);
        Assert.Equal("登记印章图样", await LastActAsync());

        await _office.ActAsync<ISealDesk>(desk => desk.RetireAsync(keeper, second.Id));
        Assert.Equal("停用印章图样", await LastActAsync());
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<ISealDesk>(desk => desk.RetireAsync(keeper, second.Id)));
    }

    [Fact]
    public async Task A_keeper_gets_a_picture_back_and_nobody_else_does()
    {
        var added = await AddAsync("guchen", new NewSealPicture(Organ, false, Ring(400, 400), 45, 45));
        var (keeper, other) = (await _office.PersonIdAsync("guchen"), await _office.PersonIdAsync("suxiao"));

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await _office.ActAsync<ISealDesk, byte[]>(desk => desk.PictureAsync(keeper, added.Id)))[..4]);
        Assert.True(await _office.ActAsync<ISealDesk, bool>(desk => desk.UsesSamplesAsync(keeper)));
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<ISealDesk, byte[]>(desk => desk.PictureAsync(keeper, "none")));
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISealDesk, byte[]>(desk => desk.PictureAsync(other, added.Id)));
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISealDesk, bool>(desk => desk.UsesSamplesAsync(other)));
    }

    [Theory]
    [InlineData("suxiao")]
    [InlineData("luming")]
    public Task Who_keeps_no_seals_may_not(string login) => Play.RefusedAsync(Refusal.Forbidden, () => AddAsync(login, new NewSealPicture(Organ, false, Ring(400, 400), 45, 45)));

    [Theory]
    [InlineData("", 45, 45)]
    [InlineData(Organ, 45, 60)]
    [InlineData(Organ, 5, 5)]
    [InlineData(Organ, 200, 200)]
    [InlineData(Organ, double.NaN, double.NaN)]
    public Task A_name_or_a_size_that_no_seal_has_is_refused(string name, double width, double height) =>
        Play.RefusedAsync(Refusal.Invalid, () => AddAsync("guchen", new NewSealPicture(name, false, Ring(400, 400), width, height)));

    [Fact]
    public Task What_is_no_picture_is_refused() => Play.RefusedAsync(Refusal.Invalid, () => AddAsync("guchen", new NewSealPicture(Organ, false, [1, 2, 3], 45, 45)));

    private async Task<SealPicture> AddAsync(string login, NewSealPicture picture)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISealDesk, SealPicture>(desk => desk.AddAsync(person, picture));
    }

    private Task<string> LastActAsync() => _office.ActAsync<IOfficeData, string>(data => data.Events.OrderByDescending(row => row.Sequence).Select(row => row.Act).FirstAsync());

    private static byte[] Ring(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Red, IsStroke = true, StrokeWidth = 20 };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawOval(width / 2f, height / 2f, width / 2f - 10, height / 2f - 10, paint);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
