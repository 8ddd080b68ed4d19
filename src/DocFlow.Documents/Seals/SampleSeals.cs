using System.Collections.Concurrent;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using SkiaSharp;

namespace DocFlow.Documents.Seals;

/// <summary>
/// Seals and stamps for trials: drawn here, they bear the word 样章 and never an organ's name. Safe for concurrent use; the same
/// fonts give the same bytes.
/// </summary>
public sealed class SampleSeals(FontLibrary fonts) : ISealSource
{
    private const string Word = "样章";
    private const double Resolution = 300 / 25.4;
    private const float Diameter = 45;
    private const float StampWidth = 40;
    private const float StampHeight = 20;
    private const float RingWidth = 1.2f;

    private readonly ConcurrentDictionary<string, byte[]> _pictures = new();

    public SealImage? SealOf(string organ) =>
        new($"{organ}（{Word}）", _pictures.GetOrAdd("", _ => Draw(Diameter, Diameter, DrawSeal)), Diameter, Diameter);

    public SealImage? StampOf(PersonalSignature signature) =>
        new($"{signature.Name}签名章（{Word}）", _pictures.GetOrAdd(signature.Name, name => Draw(StampWidth, StampHeight, (canvas, paint) => DrawStamp(canvas, paint, name))), StampWidth, StampHeight);

    // The word stands in the upper half: name and date are read through the lower.
    private void DrawSeal(SKCanvas canvas, SKPaint paint)
    {
        const float middle = Diameter / 2;
        paint.IsStroke = true;
        paint.StrokeWidth = RingWidth;
        canvas.DrawCircle(middle, middle, middle - RingWidth / 2, paint);
        paint.StrokeWidth = RingWidth / 4;
        canvas.DrawCircle(middle, middle, middle - 2.5f * RingWidth, paint);
        paint.IsStroke = false;
        DrawWord(canvas, paint, Word, FontRole.XiaoBiaoSong, Diameter * 0.2f, middle, Diameter * 0.3f);
    }

    private void DrawStamp(SKCanvas canvas, SKPaint paint, string name)
    {
        var size = Math.Min(StampHeight * 0.55f, StampWidth * 0.9f / Math.Max(1, name.Length));
        DrawWord(canvas, paint, name, FontRole.Kai, size, StampWidth / 2, StampHeight * 0.42f);
        DrawWord(canvas, paint, Word, FontRole.Kai, StampHeight * 0.18f, StampWidth / 2, StampHeight * 0.86f);
    }

    private void DrawWord(SKCanvas canvas, SKPaint paint, string word, FontRole role, float size, float x, float y)
    {
        var face = fonts.FacesOf(role)[0];
        using var typeface = SKTypeface.FromFile(face.FilePath, face.Index);
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
        font.MeasureText(word, out var box, paint);
        canvas.DrawText(word, x - box.MidX, y - box.MidY, SKTextAlign.Left, font, paint);
    }

    private static byte[] Draw(float width, float height, Action<SKCanvas, SKPaint> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo((int)Math.Round(width * Resolution), (int)Math.Round(height * Resolution), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Red, IsAntialias = true };
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(bitmap.Width / width, bitmap.Height / height);
        draw(canvas, paint);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100) ?? throw new InvalidOperationException("印章图片无法编码：内存不足。");
        return data.ToArray();
    }
}
