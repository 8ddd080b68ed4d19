using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>What the composers of one document share.</summary>
internal sealed record Composition(OfficialDocument Document, TypesettingOptions Options, FontLibrary Fonts, ClusterMeasurer Measurer, PageFlow Flow)
{
    public LayoutProfile Profile => Options.Profile;

    /// <summary>发文字号, or what a draft shows in its place; null when nothing is shown.</summary>
    public string? NumberText => (Document.Number ?? Document.NumberPlaceholder) is { Length: > 0 } text ? text : null;

    /// <summary>A row of 3号 text as a piece of the flow.</summary>
    public FlowPiece Row(LineRole role, double x, BrokenRow row, Func<TextLine, TextLine>? mark = null) =>
        new(Profile.LinePitch, (page, top) =>
        {
            var line = LineBuilder.Build(role, x, BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, row);
            page.Lines.Add(mark is null ? line : mark(line));
        });

    /// <summary>Breaks one-family 3号 text into rows; the first row may be narrower or wider than the others.</summary>
    public List<BrokenRow> Break(string text, FontRole role, double firstWidth, double width)
    {
        var clusters = Measurer.Measure(text, role, Millimetres.SizeThree, LayoutProfile.CellWidth);
        return RowBreaker.Break(clusters, BreakRules.ForbiddenBreaks(text), 0, firstWidth, width);
    }

    /// <summary>One row, never broken.</summary>
    /// <param name="cell">The room of a full-width character, mm; the em itself when null.</param>
    public BrokenRow Single(string text, FontRole role, double size, double? cell = null)
    {
        var clusters = Measurer.Measure(text, role, size, cell ?? Millimetres.OfPoints(size));
        return new BrokenRow(clusters, [.. clusters.Select(cluster => cluster.Width)]);
    }

    /// <summary>A row of 3号仿宋, the face of every element without a rule of its own (5.2.2), never broken.</summary>
    public BrokenRow Text(string text) => Single(text, FontRole.FangSong, Millimetres.SizeThree, LayoutProfile.CellWidth);

    /// <summary>The baseline of type whose em box starts at a height.</summary>
    public static double BaselineOf(double top, double size) => top + Millimetres.Ascent * Millimetres.OfPoints(size);
}
