using System.Globalization;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>题注: in round brackets on the row after the title, centred, in 3号楷体, with the date and the meeting that passed the document.</summary>
internal static class CaptionComposer
{
    private const int MostCharacters = 24;
    private const string OpenDate = "　　年　月　日";

    /// <param name="titleBottom">The bottom of the title's last em box.</param>
    /// <returns>The bottom of the last row's em box, the title's when there is no caption.</returns>
    public static double Compose(Composition composition, double titleBottom)
    {
        if (TextOf(composition) is not { } text)
            return titleBottom;
        var em = Millimetres.OfPoints(Millimetres.SizeThree);
        var top = titleBottom + LayoutProfile.OneLine - em;
        var (start, bottom) = (0, titleBottom);
        foreach (var words in TitleBreaker.Break(text, composition.Document.Signatories, MostCharacters))
        {
            var row = composition.Single(words, FontRole.Kai, Millimetres.SizeThree, LayoutProfile.CellWidth);
            var x = (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2;
            var line = LineBuilder.Build(LineRole.Caption, x, Composition.BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, row);
            composition.Flow.Current.Lines.Add(line with { TextStart = start });
            start += words.Length;
            bottom = top + em;
            top += composition.Profile.LinePitch;
        }

        return bottom;
    }

    private static string? TextOf(Composition composition) => composition.Document switch
    {
        { Caption: null } => null,
        { Caption: { Length: > 0 } written } => $"（{written.Replace("/", "", StringComparison.Ordinal)}）",
        { Date: { } date } => $"（{date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)}）",
        _ => $"（{OpenDate}）",
    };
}
