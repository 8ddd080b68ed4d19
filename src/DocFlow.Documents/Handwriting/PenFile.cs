using System.Text.Json;

namespace DocFlow.Documents.Handwriting;

/// <summary>Handwriting as it is kept: its strokes in whole units, in a form that can still be read when no program of today is left.</summary>
public static class PenFile
{
    private const int Numbers = 3;
    private const double Percent = 100;

    private sealed record Kept(int[] Box, int[][] Strokes);

    /// <summary>Each stroke as x, y, pressure in percent, x, y, pressure … The same strokes always give the same bytes.</summary>
    /// <param name="writing">Without a fault.</param>
    public static byte[] Write(PenWriting writing) => JsonSerializer.SerializeToUtf8Bytes(
        new Kept([PenWriting.BoxWidth, PenWriting.BoxHeight], [.. writing.Strokes.Select(stroke => stroke.Points.SelectMany(Whole).ToArray())]), JsonSerializerOptions.Web);

    public static PenWriting Read(byte[] content)
    {
        var kept = JsonSerializer.Deserialize<Kept>(content, JsonSerializerOptions.Web) ?? throw new InvalidDataException("No handwriting.");
        return new PenWriting([.. kept.Strokes.Select(stroke => new PenStroke([.. stroke.Chunk(Numbers).Select(point => new PenPoint(point[0], point[1], point[2] / Percent))]))]);
    }

    private static int[] Whole(PenPoint point) => [(int)Math.Round(point.X), (int)Math.Round(point.Y), (int)Math.Round(point.Pressure * Percent)];
}
