namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// Head of a letter: mark 30 mm from the sheet's edge, a red double rule below it and one at the foot of page 1, markings on the
/// left and the number on the right under the first (GB/T 9704 10.1).
/// </summary>
internal static class LetterHeadComposer
{
    /// <summary>7/8 of a 3号 character: between rule and text.</summary>
    public const double RuleDistance = 4.84;

    /// <summary>20 mm from the sheet's lower edge.</summary>
    public const double LowerRule = LayoutProfile.PageHeight - 20;

    private const double MarkTop = 30;
    private const double RuleGap = 4;
    private const double Left = 20;
    private const double Right = 190;
    private const double Thick = 0.79;
    private const double Thin = 0.26;

    // From middle to middle, with 1 pt of white between.
    private const double Step = (Thick + Thin) / 2 + 0.35;

    /// <returns>The bottom of the lowest row of the head, mm.</returns>
    public static double Compose(Composition composition)
    {
        var page = composition.Flow.Current;
        page.IsNumbered = false;
        var thick = MarkComposer.Compose(composition, MarkTop) + RuleGap;
        AddRule(page, thick, Thick);
        AddRule(page, thick + Step, Thin);
        AddRule(page, LowerRule - Step, Thin);
        AddRule(page, LowerRule, Thick);
        var rulesBottom = thick + Step + Thin / 2;
        var top = rulesBottom + RuleDistance;
        var bottom = MarkingsComposer.Compose(composition, top, keepsFirstRow: false);
        if (composition.NumberText is not { } text)
            return bottom ?? rulesBottom;
        var number = composition.Text(text).Within(LayoutProfile.TypeAreaWidth / 2);
        page.AddText(LineRole.Number, LayoutProfile.Right - number.Width, top, number);
        return Math.Max(bottom ?? 0, top + Millimetres.OfPoints(Millimetres.SizeThree));
    }

    private static void AddRule(PageBuilder page, double y, double thickness) =>
        page.Rules.Add(new RuleLine(RuleRole.LetterRule, Left, y, Right, y, thickness, Ink.Red));
}
