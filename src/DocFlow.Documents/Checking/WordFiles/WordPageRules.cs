using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-01 to G-05: sheet and margins, which sections state; landscape sections are judged by what turning leaves.</summary>
internal static class WordPageRules
{
    private const double SheetTolerance = 0.5;
    private const double MarginTolerance = 1.01;
    private const double HeightTolerance = 2;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        var isLetter = IsLetter(file);
        return Once(file.Sections.SelectMany((section, index) => Of(section, isLetter && index == 0).Select(finding => finding with
        {
            Line = section.FirstParagraph,
            Page = index == 0 ? 1 : file.Paragraphs.ElementAtOrDefault(section.FirstParagraph - 1)?.Page,
            Text = file.Sections.Count == 1 ? null : $"第{index + 1}节",
        })));
    }

    /// <summary>A letter: its first page is without number, and its mark or its rules stand outside the type area.</summary>
    public static bool IsLetter(WordFile file)
    {
        var mark = file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Mark);
        var isNamedOnly = mark is null || !RoleWords.Mark().IsMatch(mark.Text);
        return isNamedOnly && file.Lines.Count(line => line is { IsRed: true, Length: > 165 and < 175 }) >= 2;
    }

    private static IEnumerable<Finding> Of(WordSection section, bool isLetter)
    {
        if (section is not { Width: { } width, Height: { } height })
            yield break;
        var (narrow, tall) = section.IsLandscape ? (height, width) : (width, height);
        if (Math.Abs(narrow - LayoutProfile.PageWidth) > SheetTolerance || Math.Abs(tall - LayoutProfile.PageHeight) > SheetTolerance)
            yield return Broken("G-01", "纸张不是 A4。", $"{Millimetres(narrow)}×{Millimetres(tall)}", "210 mm×297 mm");
        if (section is not { Top: { } top, Left: { } left, TextWidth: { } textWidth, TextHeight: { } textHeight })
            yield break;
        if (section.IsLandscape)
        {
            // Turned to be read, the sheet's left side is the head of the page.
            if (Math.Abs(top - LayoutProfile.Left) > 1.5)
                yield return Broken("G-03", "横排页面的订口（纸张左边，横看为上边）不是28 mm。", Millimetres(top), "28 mm±1 mm");
            yield break;
        }

        if (!IsNear(top, LayoutProfile.Top, MarginTolerance) && !IsNear(top, LayoutProfile.Electronic.TopMargin, MarginTolerance))
            yield return Broken("G-02", "天头（上边距）不合规定。", Millimetres(top), "37 mm±1 mm");
        if (!IsNear(left, LayoutProfile.Left, MarginTolerance))
            yield return Broken("G-03", "订口（左边距）不合规定。", Millimetres(left), "28 mm±1 mm");
        if (!IsNear(textWidth, LayoutProfile.TypeAreaWidth, MarginTolerance))
            yield return Broken("G-04", "版心宽度不合规定。", Millimetres(textWidth), "156 mm±1 mm");
        var electronic = LayoutProfile.PageHeight - LayoutProfile.Electronic.TopMargin - LayoutProfile.Electronic.BottomMargin;
        if (!isLetter && !IsNear(textHeight, LayoutProfile.Bottom - LayoutProfile.Top, HeightTolerance) && !IsNear(textHeight, electronic, HeightTolerance))
            yield return Broken("G-05", "版心高度不合规定。", Millimetres(textHeight), "225 mm±2 mm");
    }

    private static bool IsNear(double value, double wanted, double tolerance) => Math.Abs(value - wanted) <= tolerance;
}
