using System.Globalization;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>“— 1 —” in 4号 half-width 宋体, 7 mm below the type area, outside by one character (GB/T 9704 7.5).</summary>
internal static class PageNumberComposer
{
    private const double DashHeight = LayoutProfile.Bottom + 7;
    private const double Gap = 0.25;

    public static void Compose(Composition composition)
    {
        var number = 0;
        foreach (var page in composition.Flow.Pages)
        {
            number = page.StartsNumbering ? 1 : number + 1;
            if (page.IsNumbered)
                page.Lines.Add(Line(composition, number));
        }
    }

    private static TextLine Line(Composition composition, int number)
    {
        var em = Millimetres.OfPoints(Millimetres.SizeFour);
        var row = composition.Single(string.Create(CultureInfo.InvariantCulture, $"— {number} —"), FontRole.Song, Millimetres.SizeFour);
        double[] advances = [.. row.Clusters.Select(cluster => cluster.First == ' ' ? Gap * em : cluster.Ink)];
        var dash = row.Clusters[0];
        var ink = composition.Fonts.Open(dash.Face).InkOf(dash.Glyph);
        var baseline = DashHeight + (ink.Top + ink.Bottom) / 2 * em;
        var x = number % 2 == 1
            ? LayoutProfile.Right - LayoutProfile.CellWidth - advances.Sum()
            : LayoutProfile.Left + LayoutProfile.CellWidth;
        return LineBuilder.Build(LineRole.PageNumber, x, baseline, Millimetres.SizeFour, row.Clusters, advances);
    }
}
