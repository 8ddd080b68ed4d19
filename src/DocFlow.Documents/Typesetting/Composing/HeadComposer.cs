using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>版头 of the general format: markings, mark, number and the red rule (GB/T 9704 7.2).</summary>
internal sealed class HeadComposer(Composition composition)
{
    private const double MarkTop = 72;
    private const double RuleGap = 4;
    private const double RuleThickness = 0.5;

    private PageBuilder Page => composition.Flow.Current;

    /// <summary>Draws the head on page 1.</summary>
    /// <returns>The height of the red rule, mm.</returns>
    public double Compose()
    {
        MarkingsComposer.Compose(composition, Page.Frame.FirstTop, keepsFirstRow: true);
        var markBottom = MarkComposer.Compose(composition, MarkTop);
        var numberTop = markBottom + LayoutProfile.TwoLines;
        ComposeNumber(numberTop);
        var ruleY = numberTop + Millimetres.OfPoints(Millimetres.SizeThree) + RuleGap;
        Page.Rules.Add(new RuleLine(RuleRole.HeadRule, LayoutProfile.Left, ruleY, LayoutProfile.Right, ruleY, RuleThickness, Ink.Red));
        return ruleY;
    }

    private void ComposeNumber(double top)
    {
        var text = composition.Document.Number ?? composition.Document.NumberPlaceholder;
        if (string.IsNullOrEmpty(text))
            return;
        var row = composition.Text(text);
        Page.AddText(LineRole.Number, (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2, top, row);
    }
}
