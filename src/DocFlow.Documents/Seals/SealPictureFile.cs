using System.Buffers.Binary;
using System.Globalization;
using DocFlow.Documents.Checking;
using SkiaSharp;

namespace DocFlow.Documents.Seals;

/// <summary>A picture of a seal or of somebody's hand as it is handed in: a PNG with transparency, within limits, drawn anew so that nothing but its pixels is kept.</summary>
public sealed record SealPictureFile(byte[] Png, int WidthInPixels, int HeightInPixels)
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostPixels = 3000;
    private const int FewestPixels = 100;
    private const int HeaderLength = 33;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="noun">What it is called in messages.</param>
    /// <exception cref="UnreadableFileException">Not a PNG, too large, broken, or without transparency.</exception>
    public static SealPictureFile Read(byte[] content, string noun = "印章图片")
    {
        if (content.Length > MostBytes)
            throw new UnreadableFileException($"{noun}超过{MostBytes / 1024 / 1024} MB。");
        // Before anything is unpacked: a small file may hold a picture that fills the memory.
        if (content.Length < HeaderLength || !content.AsSpan().StartsWith(Signature))
            throw new UnreadableFileException($"{noun}须为 PNG 文件。");
        var width = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(16));
        var height = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(20));
        if (width is < FewestPixels or > MostPixels || height is < FewestPixels or > MostPixels)
            throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"{noun}为{width}×{height}像素，长、宽须在{FewestPixels}至{MostPixels}像素之间。"));
        return Redraw(content, (int)width, (int)height, noun);
    }

    private static SealPictureFile Redraw(byte[] content, int width, int height, string noun)
    {
        var format = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        using var bitmap = new SKBitmap(format);
        if (codec is null || codec.EncodedFormat != SKEncodedImageFormat.Png || codec.Info.Width != width || codec.Info.Height != height || codec.GetPixels(format, bitmap.GetPixels()) != SKCodecResult.Success)
            throw new UnreadableFileException($"{noun}已损坏，无法打开。");
        if (!IsSeeThrough(bitmap.GetPixelSpan()))
            throw new UnreadableFileException($"{noun}没有透明底色，会盖住其他文字。请换用底色透明的 PNG。");
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100) ?? throw new InvalidOperationException($"{noun}无法编码：内存不足。");
        return new SealPictureFile(encoded.ToArray(), width, height);
    }

    // A round seal leaves its corners and the white between its strokes free, and is not wholly empty.
    private static bool IsSeeThrough(ReadOnlySpan<byte> pixels)
    {
        int clear = 0, inked = 0;
        for (var at = 3; at < pixels.Length; at += 4)
        {
            if (pixels[at] < 32)
                clear++;
            else if (pixels[at] > 127)
                inked++;
        }

        return clear * 5 >= pixels.Length / 4 && inked * 200 >= pixels.Length / 4;
    }
}
