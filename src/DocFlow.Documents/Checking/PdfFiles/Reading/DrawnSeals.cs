namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>Seals that are drawn as lines and areas instead of a picture: red curves of a seal's size.</summary>
internal static class DrawnSeals
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double Smallest = 30 * PointsPerMillimetre;
    private const double Largest = 65 * PointsPerMillimetre;
    private const double Shape = 0.08;
    private const double SameCentre = 3 * PointsPerMillimetre;

    /// <summary>The pictures of a page with its drawn seals; rings of one seal, and a ring around a picture, count once.</summary>
    public static IReadOnlyList<PdfBox> With(IReadOnlyList<PdfBox> pictures, IReadOnlyList<PdfShape> shapes)
    {
        var rings = shapes.Where(shape => shape.IsCurved && IsRing(shape)).Select(shape => shape.Box).OrderByDescending(box => box.Width).ToList();
        if (rings.Count == 0)
            return pictures;
        var seals = new List<PdfBox>(pictures);
        foreach (var ring in rings.Where(ring => !seals.Any(known => IsAround(known, ring))))
            seals.Add(ring);
        return seals;
    }

    private static bool IsRing(PdfShape shape) =>
        shape.Box.Width is > Smallest and < Largest && Math.Abs(shape.Box.Width / shape.Box.Height - 1) < Shape && new PdfGlyph("", 0, 0, 0, 0, 0, "", shape.Colour).IsRed;

    private static bool IsAround(PdfBox known, PdfBox ring) =>
        Math.Abs(known.Left + known.Right - ring.Left - ring.Right) / 2 < SameCentre && Math.Abs(known.Top + known.Bottom - ring.Top - ring.Bottom) / 2 < SameCentre;
}
