using DocFlow.Documents.Handwriting;

namespace DocFlow.Documents.Tests.Handwriting;

/// <summary>Strokes as a pen makes them.</summary>
internal static class SampleWriting
{
    /// <summary>Waves side by side over so much of the area, pressed harder to the right.</summary>
    public static PenWriting Waves(int width = 1600, int height = 320, int strokes = 12)
    {
        var each = (double)width / strokes;
        return new PenWriting([.. Enumerable.Range(0, strokes).Select(stroke => new PenStroke(
            [.. Enumerable.Range(0, 21).Select(step => new PenPoint(100 + stroke * each + step * each / 21, 200 + height * (0.5 - 0.5 * Math.Cos(step * Math.PI / 5)), (double)stroke / strokes))]))]);
    }

    public static PenWriting Of(params PenPoint[] points) => new([new PenStroke(points)]);
}
