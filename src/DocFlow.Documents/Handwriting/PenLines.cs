using System.Globalization;
using System.Text;

namespace DocFlow.Documents.Handwriting;

/// <summary>The lines that handwriting is drawn with, the same on pages and on paper: curves through the middles between its points, wider where the pen was pressed.</summary>
internal sealed class PenLines
{
    private const int Thinnest = 5;
    private const int Swelling = 10;

    // Half the widest line, and what a curve's edge is smoothed by.
    private const int Margin = (Thinnest + Swelling) / 2 + 2;

    private readonly List<(int Width, string Path)> _lines = [];
    private readonly StringBuilder _path = new();
    private int _width;

    private PenLines(PenWriting writing)
    {
        var points = writing.Strokes.SelectMany(stroke => stroke.Points).ToList();
        Left = (int)points.Min(point => point.X) - Margin;
        Top = (int)points.Min(point => point.Y) - Margin;
        Width = (int)Math.Ceiling(points.Max(point => point.X)) + Margin - Left;
        Height = (int)Math.Ceiling(points.Max(point => point.Y)) + Margin - Top;
        foreach (var stroke in writing.Strokes)
            Add(stroke.Points);
    }

    public int Left { get; }

    public int Top { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Width and SVG path data of each, to be drawn with round ends.</summary>
    public IReadOnlyList<(int Width, string Path)> All => _lines;

    /// <param name="writing">Without a fault.</param>
    public static PenLines Of(PenWriting writing) => new(writing);

    private void Add(IReadOnlyList<PenPoint> points)
    {
        var at = points[0];
        for (var index = 0; index < points.Count; index++)
        {
            var point = points[index];
            var width = Thinnest + (int)Math.Round(point.Pressure * Swelling);
            if (_path.Length == 0 || width != _width)
            {
                End();
                _width = width;
                _path.Append('M').Append(Place(at));
            }

            var isLast = index == points.Count - 1;
            var next = isLast ? point : new PenPoint((point.X + points[index + 1].X) / 2, (point.Y + points[index + 1].Y) / 2);
            // A point alone is a line of no length: its round ends are a dot.
            _path.Append(index == 0 || isLast ? $"L{Place(next)}" : $"Q{Place(point)} {Place(next)}");
            at = next;
        }

        End();
    }

    private void End()
    {
        if (_path.Length > 0)
            _lines.Add((_width, _path.ToString()));
        _path.Clear();
    }

    private static string Place(PenPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}");
}
