using System.Buffers.Binary;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Seals;
using SkiaSharp;

namespace DocFlow.Documents.Tests.Seals;

/// <summary>What a keeper hands in as a seal's picture is a see-through PNG within limits, and nothing but its pixels is kept.</summary>
public sealed class SealPictureFileTests
{
    private const int Size = 500;

    [Fact]
    public void A_see_through_png_is_taken()
    {
        var file = SealPictureFile.Read(Ring(SKEncodedImageFormat.Png, SKColors.Transparent));

        Assert.Equal((Size, Size), (file.WidthInPixels, file.HeightInPixels));
    }

    [Fact]
    public void What_is_hidden_behind_the_picture_is_not_kept()
    {
        var file = SealPictureFile.Read([.. Ring(SKEncodedImageFormat.Png, SKColors.Transparent), .. "<script>alert(1)</script>"u8]);

        Assert.Equal(-1, file.Png.AsSpan().IndexOf("<script>"u8));
    }

    [Fact]
    public void A_picture_with_a_white_ground_is_refused() => AssertRefused("没有透明底色", Ring(SKEncodedImageFormat.Png, SKColors.White));

    [Fact]
    public void An_empty_picture_is_refused() => AssertRefused("没有透明底色", Draw(SKEncodedImageFormat.Png, SKColors.Transparent, _ => { }));

    [Fact]
    public void Another_kind_of_picture_is_refused() => AssertRefused("须为 PNG", Ring(SKEncodedImageFormat.Jpeg, SKColors.White));

    [Fact]
    public void Words_are_refused() => AssertRefused("须为 PNG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8.ToArray());

    [Fact]
    public void A_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked()
    {
        var bomb = Ring(SKEncodedImageFormat.Png, SKColors.Transparent);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(20), 60_000);

        AssertRefused("60000×60000像素", bomb);
    }

    [Fact]
    public void A_truncated_picture_is_refused() => AssertRefused("已损坏", Ring(SKEncodedImageFormat.Png, SKColors.Transparent)[..300]);

    [Fact]
    public void A_file_that_is_too_large_is_refused() => AssertRefused("超过2 MB", [.. Ring(SKEncodedImageFormat.Png, SKColors.Transparent), .. new byte[SealPictureFile.MostBytes]]);

    [Fact]
    public void Broken_pictures_are_refused_in_one_line_whatever_is_wrong_with_them()
    {
        var good = Ring(SKEncodedImageFormat.Png, SKColors.Transparent);
        var random = new Random(9704);
        for (var round = 0; round < 60; round++)
        {
            var bytes = good.ToArray();
            for (var change = random.Next(1, 8); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            // Either its pixels can still be read, or it is refused.
            if (Record.Exception(() => SealPictureFile.Read(bytes)) is { } exception)
                Assert.IsType<UnreadableFileException>(exception);
        }
    }

    private static void AssertRefused(string reason, byte[] content) => Assert.Contains(reason, Assert.Throws<UnreadableFileException>(() => SealPictureFile.Read(content)).Message, StringComparison.Ordinal);

    private static byte[] Ring(SKEncodedImageFormat format, SKColor ground) => Draw(format, ground, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.Red, IsStroke = true, StrokeWidth = 20 };
        canvas.DrawCircle(Size / 2f, Size / 2f, Size / 2f - 10, paint);
    });

    private static byte[] Draw(SKEncodedImageFormat format, SKColor ground, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground);
        draw(canvas);
        canvas.Flush();
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
