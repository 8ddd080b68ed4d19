using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>版头 of the general format, which minutes follow: markings, mark, number, signers and the red rule (GB/T 9704 7.2, 10.3).</summary>
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
        var top = MarkComposer.Compose(composition, MarkTop) + LayoutProfile.TwoLines;
        var numberTop = composition.Document.Direction == DocumentDirection.Up ? ComposeUpward(top) : ComposeNumber(top);
        var ruleY = numberTop + Millimetres.OfPoints(Millimetres.SizeThree) + RuleGap;
        Page.Rules.Add(new RuleLine(RuleRole.HeadRule, LayoutProfile.Left, ruleY, LayoutProfile.Right, ruleY, RuleThickness, Ink.Red));
        return ruleY;
    }

    private double ComposeNumber(double top)
    {
        if (composition.NumberText is { } text)
            Page.AddCentred(LineRole.Number, top, composition.Text(text));
        return top;
    }

    // The number one character from the left, on the row of the last signer.
    private double ComposeUpward(double top)
    {
        const double left = LayoutProfile.Left + LayoutProfile.CellWidth;
        var number = composition.Text(composition.NumberText ?? "").Within(LayoutProfile.TypeAreaWidth / 2);
        var signers = new SignersComposer(composition, left + number.Width + LayoutProfile.CellWidth);
        var numberTop = top + (signers.Rows - 1) * composition.Profile.LinePitch;
        if (number.Clusters.Count > 0)
            Page.AddText(LineRole.Number, left, numberTop, number);
        signers.Draw(Page, top);
        return numberTop;
    }
}
