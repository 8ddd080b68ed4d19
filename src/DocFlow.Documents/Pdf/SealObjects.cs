using System.Globalization;
using System.Text;
using DocFlow.Documents.Typesetting;
using SkiaSharp;

namespace DocFlow.Documents.Pdf;

/// <summary>The pictures of a file's seals, each written once: colours, and their transparency as a mask.</summary>
internal sealed class SealObjects(PdfObjects objects)
{
    /// <summary>The graphics state in which a seal is printed over text like ink.</summary>
    public const string Multiply = "Multiply";

    private readonly Dictionary<byte[], string> _names = [];
    private readonly StringBuilder _resources = new();

    /// <summary>Entries of a page's resources; empty without seals.</summary>
    public string Resources => _names.Count == 0 ? "" : $"/XObject<<{_resources}>>/ExtGState<</{Multiply}<</BM/Multiply>>>>";

    public string NameOf(SealImage image) => _names[image.Png];

    public void Add(SealImage image)
    {
        if (_names.ContainsKey(image.Png))
            return;
        using var bitmap = Decode(image);
        var pixels = bitmap.GetPixelSpan();
        var colours = new byte[pixels.Length / 4 * 3];
        var alpha = new byte[pixels.Length / 4];
        for (var index = 0; index < alpha.Length; index++)
        {
            pixels.Slice(index * 4, 3).CopyTo(colours.AsSpan(index * 3));
            alpha[index] = pixels[index * 4 + 3];
        }

        var size = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {bitmap.Width}/Height {bitmap.Height}/BitsPerComponent 8");
        var mask = objects.AddStream(alpha, size + "/ColorSpace/DeviceGray");
        var picture = objects.AddStream(colours, $"{size}/ColorSpace/DeviceRGB/SMask {mask} 0 R");
        var name = $"S{_names.Count + 1}";
        _names[image.Png] = name;
        _resources.Append(CultureInfo.InvariantCulture, $"/{name} {picture} 0 R");
    }

    private static SKBitmap Decode(SealImage image)
    {
        using var codec = SKCodec.Create(new MemoryStream(image.Png)) ?? throw new InvalidOperationException($"“{image.Name}”的图片不是有效的 PNG。");
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        throw new InvalidOperationException($"“{image.Name}”的图片无法读取。");
    }
}
