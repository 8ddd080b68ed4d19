using System.Globalization;
using SkiaSharp;

namespace DocFlow.Host.Tests;

/// <summary>A seal's picture as a keeper has it, and its way into the register.</summary>
internal static class SealPictures
{
    /// <summary>A red ring on a see-through ground.</summary>
    public static byte[] Ring()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(600, 600, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Red, IsStroke = true, StrokeWidth = 20 };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawCircle(300, 300, 285, paint);
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    public static async Task<HttpResponseMessage> RegisterAsync(OfficeHost host, string organ, double size)
    {
        var measure = size.ToString(CultureInfo.InvariantCulture);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(organ), "name" }, { new StringContent(measure), "width" }, { new StringContent(measure), "height" }, { new ByteArrayContent(Ring()), "file", "章.png" },
        };
        return await host.As("guchen").PostAsync("/api/seals/", form, TestContext.Current.CancellationToken);
    }
}
