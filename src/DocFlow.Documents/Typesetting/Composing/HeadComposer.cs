using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>版头: copy number, classification, urgency, mark, number and the red rule (GB/T 9704 7.2).</summary>
internal sealed class HeadComposer(Composition composition)
{
    private const double MarkTop = 72;
    private const double LargestMarkCell = 15;
    private const double TwoLines = 20.78;
    private const double RuleGap = 4;
    private const double RuleThickness = 0.5;

    private OfficialDocument Document => composition.Document;

    private PageBuilder Page => composition.Flow.Current;

    /// <summary>Draws the head on page 1.</summary>
    /// <returns>The height of the red rule, mm.</returns>
    public double Compose()
    {
        ComposeTopLeft();
        var markBottom = ComposeMark();
        var numberTop = markBottom + TwoLines;
        ComposeNumber(numberTop);
        var ruleY = numberTop + Millimetres.OfPoints(Millimetres.SizeThree) + RuleGap;
        Page.Rules.Add(new RuleLine(RuleRole.HeadRule, LayoutProfile.Left, ruleY, LayoutProfile.Right, ruleY, RuleThickness, Ink.Red));
        return ruleY;
    }

    // 份号 on row 1, 密级 on row 2 even when row 1 is empty, 紧急程度 on the next free row.
    private void ComposeTopLeft()
    {
        var row = 0;
        if (Document.CopyNumber is { } copyNumber)
            AddRow(LineRole.CopyNumber, copyNumber, FontRole.FangSong, row++);
        if (Document.Classification is { } classification)
            AddRow(LineRole.Classification, classification, FontRole.Hei, row = 1);
        if (Document.Classification is not null)
            row = 2;
        if (Document.Urgency is { } urgency)
            AddRow(LineRole.Urgency, urgency == Urgency.ExtraUrgent ? "特急" : "加急", FontRole.Hei, row);
    }

    private void AddRow(LineRole role, string text, FontRole font, int row)
    {
        var top = Page.Frame.FirstTop + row * composition.Profile.LinePitch;
        var broken = composition.Single(text, font, Millimetres.SizeThree, LayoutProfile.CellWidth);
        Page.Lines.Add(LineBuilder.Build(role, LayoutProfile.Left, Composition.BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, broken));
    }

    private double ComposeMark()
    {
        var cell = Math.Min(LargestMarkCell, LayoutProfile.TypeAreaWidth / Math.Max(1, Document.Mark.Length));
        var size = Math.Floor(cell / Millimetres.PerPoint * 2) / 2;
        var em = Millimetres.OfPoints(size);
        var row = composition.Single(Document.Mark, FontRole.XiaoBiaoSong, size, em);
        var inks = row.Clusters.Select(cluster => composition.Fonts.Open(cluster.Face).InkOf(cluster.Glyph)).ToList();
        var baseline = MarkTop + inks.Max(ink => ink.Top) * em;
        var x = (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2;
        Page.Lines.Add(LineBuilder.Build(LineRole.Mark, x, baseline, size, row, Ink.Red));
        return baseline - inks.Min(ink => ink.Bottom) * em;
    }

    private void ComposeNumber(double top)
    {
        var text = Document.Number ?? Document.NumberPlaceholder;
        if (string.IsNullOrEmpty(text))
            return;
        var row = composition.Single(text, FontRole.FangSong, Millimetres.SizeThree, LayoutProfile.CellWidth);
        var x = (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2;
        Page.Lines.Add(LineBuilder.Build(LineRole.Number, x, Composition.BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, row));
    }
}
