using System.Globalization;
using System.Text;
using DocFlow.Documents.Typesetting;
using SkiaSharp;

namespace DocFlow.Documents.Handwriting;

/// <summary>Draws handwriting, cut to what was written.</summary>
public static class PenPicture
{
    /// <summary>How large it is written: the area is 100 mm wide.</summary>
    private const double MillimetresPerUnit = 0.05;

    // 300 dots an inch.
    private const double PixelsPerMillimetre = 12;

    /// <summary>An SVG of nothing but numbers.</summary>
    /// <param name="writing">Without a fault.</param>
    public static string Svg(PenWriting writing)
    {
        var lines = PenLines.Of(writing);
        var svg = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{lines.Left} {lines.Top} {lines.Width} {lines.Height}\" width=\"{lines.Width}\" height=\"{lines.Height}\" fill=\"none\" stroke=\"#000\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"));
        foreach (var (width, path) in lines.All)
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke-width=\"{width}\" d=\"{path}\"/>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>For the printed page: as large as it was written, or smaller so that it fits.</summary>
    /// <param name="name">Whose it is, for readers who can't see it.</param>
    /// <param name="mostWidth">mm</param>
    /// <param name="mostHeight">mm</param>
    public static SealImage Image(PenWriting writing, string name, double mostWidth, double mostHeight)
    {
        var lines = PenLines.Of(writing);
        var scale = Math.Min(MillimetresPerUnit, Math.Min(mostWidth / lines.Width, mostHeight / lines.Height));
        return new SealImage(name, Png(lines, scale * PixelsPerMillimetre), lines.Width * scale, lines.Height * scale);
    }

    private static byte[] Png(PenLines lines, double scale)
    {
        var format = new SKImageInfo((int)Math.Ceiling(lines.Width * scale), (int)Math.Ceiling(lines.Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(format);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true, IsStroke = true, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)scale);
        canvas.Translate(-lines.Left, -lines.Top);
        foreach (var (width, data) in lines.All)
        {
            using var path = SKPath.ParseSvgPathData(data);
            paint.StrokeWidth = width;
            canvas.DrawPath(path, paint);
        }

        canvas.Flush();
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100) ?? throw new InvalidOperationException("手写意见无法编码：内存不足。");
        return encoded.ToArray();
    }
}
