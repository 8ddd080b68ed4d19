using System.Collections.Concurrent;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using SkiaSharp;

namespace DocFlow.Documents.Preview;

/// <summary>Draws a typeset page as PNG, from the same glyphs that the PDF holds. Safe for concurrent use.</summary>
public sealed class PagePainter : IDisposable
{
    private const float PointsPerInch = 72;
    private const double MillimetresPerInch = 25.4;
    private const int LowestResolution = 30;
    private const int HighestResolution = 400;

    // Rows of text are mostly white: PNG's line filters take most of the time and make the file larger.
    private static readonly SKPngEncoderOptions Compression = new(SKPngEncoderFilterFlags.None, 3);

    private readonly ConcurrentDictionary<FontFace, SKTypeface> _typefaces = new();

    /// <param name="resolution">Dots per inch, 30 to 400.</param>
    /// <returns>The PNG file's bytes.</returns>
    public byte[] Paint(TypesetPage page, int resolution)
    {
        var dots = Math.Clamp(resolution, LowestResolution, HighestResolution) / MillimetresPerInch;
        using var bitmap = new SKBitmap(new SKImageInfo(
            (int)Math.Ceiling(LayoutProfile.PageWidth * dots),
            (int)Math.Ceiling(LayoutProfile.PageHeight * dots),
            HasColour(page) ? SKColorType.Rgb888x : SKColorType.Gray8,
            SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)dots);
        foreach (var line in page.Lines.Where(line => line.Role == LineRole.PageNumber))
            DrawLine(canvas, line);

        if (page.IsLandscape)
        {
            // The head of the turned sheet lies at the portrait left, its left at the portrait bottom.
            canvas.Translate(0, (float)LayoutProfile.PageHeight);
            canvas.RotateDegrees(-90);
        }

        foreach (var rule in page.Rules)
            DrawRule(canvas, rule);
        foreach (var line in page.Lines.Where(line => line.Role != LineRole.PageNumber))
            DrawLine(canvas, line);
        foreach (var seal in page.Seals)
            DrawSeal(canvas, seal);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(Compression) ?? throw new InvalidOperationException("页面图片无法编码：内存不足。");
        return data.ToArray();
    }

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values)
            typeface.Dispose();
        _typefaces.Clear();
    }

    private static void DrawRule(SKCanvas canvas, RuleLine rule)
    {
        using var paint = new SKPaint { Color = ColourOf(rule.Ink), StrokeWidth = (float)rule.Thickness, IsStroke = true, IsAntialias = true };
        canvas.DrawLine((float)rule.X1, (float)rule.Y1, (float)rule.X2, (float)rule.Y2, paint);
    }

    private static void DrawSeal(SKCanvas canvas, PlacedSeal seal)
    {
        using var picture = SKImage.FromEncodedData(seal.Image.Png);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Multiply, IsAntialias = true };
        canvas.DrawImage(picture, SKRect.Create((float)seal.X, (float)seal.Y, (float)seal.Image.Width, (float)seal.Image.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
    }

    private void DrawLine(SKCanvas canvas, TextLine line)
    {
        foreach (var run in line.Runs)
        {
            var typeface = _typefaces.GetOrAdd(run.Face, static face => SKTypeface.FromFile(face.FilePath, face.Index));
            using var font = new SKFont(typeface, (float)(run.Size / PointsPerInch * MillimetresPerInch)) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None };
            using var paint = new SKPaint { Color = ColourOf(run.Ink), IsAntialias = true };
            var glyphs = new ushort[run.Glyphs.Count];
            var places = new SKPoint[run.Glyphs.Count];
            var pen = run.X;
            for (var index = 0; index < glyphs.Length; index++)
            {
                glyphs[index] = run.Glyphs[index].Id;
                places[index] = new SKPoint((float)(pen + run.Glyphs[index].Offset), (float)line.Baseline);
                pen += run.Glyphs[index].Advance;
            }

            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(glyphs, font, places);
            using var blob = builder.Build();
            if (blob is not null)
                canvas.DrawText(blob, 0, 0, paint);
        }
    }

    // Red is on a document's first page only; the others need a quarter of the memory and less than half of the time in grey.
    private static bool HasColour(TypesetPage page) =>
        page.Seals.Count > 0 || page.Rules.Any(rule => rule.Ink != Ink.Black) || page.Lines.Any(line => line.Runs.Any(run => run.Ink != Ink.Black));

    private static SKColor ColourOf(Ink ink) => ink switch
    {
        Ink.Red => SKColors.Red,
        Ink.Blue => SKColors.MediumBlue,
        _ => SKColors.Black,
    };
}
