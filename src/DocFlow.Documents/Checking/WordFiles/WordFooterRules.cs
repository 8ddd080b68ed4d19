using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-80 to G-83 and G-105: page numbers in the footers.</summary>
internal static class WordFooterRules
{
    private const double Lowest = 23.5;
    private const double Highest = 28.5;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        if (file.Sections.Count == 0)
            return [];
        var numbered = file.Sections.SelectMany(section => section.Footers.Select(footer => (Section: section, Type: footer.Key, Number: footer.Value.FirstOrDefault(HasPage))))
            .Where(footer => footer.Number is not null && !footer.Section.IsLandscape).ToList();
        if (numbered.Count == 0)
            return file.Sections.All(section => section.IsLandscape) ? [] : [Broken("G-80", "没有页码。", "无", "4号半角宋体阿拉伯数字，如“— 1 —”") with { Page = 1 }];
        return Once([.. numbered.SelectMany(footer => Look(footer.Number!)), .. numbered.SelectMany(footer => Place(file, footer.Section, footer.Type, footer.Number!)), .. Restarted(file), .. Letter(file)])
            .Select(finding => finding with { Page = finding.Page ?? 1 });
    }

    private static bool HasPage(WordParagraph paragraph) =>
        paragraph.Element.Descendants(WordNames.W + "instrText").Any(text => text.Value.Contains("PAGE", StringComparison.OrdinalIgnoreCase))
        || paragraph.Element.Descendants(WordNames.W + "fldSimple").Any(field => field.Attribute(WordNames.W + "instr")?.Value.Contains("PAGE", StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<Finding> Look(WordParagraph number)
    {
        var digits = number.Runs.Where(run => run.Weight > 0).ToList();
        var size = digits.Count > 0 ? digits[0].Size : number.Size;
        if (Math.Abs(size - Typesetting.Millimetres.SizeFour) > 0.3)
            yield return Broken("G-80", "页码字号不是4号。", Points(size), "4号（14磅）");
        if (digits.Select(run => run.Properties["rFonts@ascii"]).FirstOrDefault(font => font is not null) is { } family && FontFamilies.RoleOf(family) != FontRole.Song)
            yield return Broken("G-80", "页码字体不是宋体。", family, "宋体");
        var text = number.Text.Replace(" ", "", StringComparison.Ordinal);
        if (!text.StartsWith('—') || !text.EndsWith('—'))
            yield return Broken("G-80", "页码左右没有一字线。", text.Length == 0 ? "无" : text, "— 1 —");
    }

    private static IEnumerable<Finding> Place(WordFile file, WordSection section, string type, WordParagraph number)
    {
        if (section.FooterDistance is { } distance and (< Lowest or > Highest) && !WordPageRules.IsLetter(file))
            yield return Broken("G-81", "页脚距下页边的距离使一字线不在版心下7 mm处。", $"页脚距{Millimetres(distance)}", "一字线距下页边28 mm（页脚距约25.7 mm）") with { Severity = FindingSeverity.Warning };
        if (number.IsFramed || number.IsInTable)
            yield break;
        if (!file.HasEvenFooters)
        {
            if (type == "default")
                yield return Broken("G-82", "页码没有分单双页居外。", number.Alignment == "center" ? "居中" : "单双页相同", "单页码居右空一字，双页码居左空一字");
            yield break;
        }

        if (type == "default" && (number.Alignment != "right" || Math.Abs(number.RightIndent - LayoutProfile.CellWidth) > 1.2))
            yield return Broken("G-82", "单页码没有居右空一字。", number.Alignment == "right" ? $"右空{Millimetres(number.RightIndent)}" : "没有居右", "居右空一字（5.6 mm）");
        if (type == "even" && (number.Alignment is not ("left" or "both") || Math.Abs(number.LeftIndent + number.FirstIndent - LayoutProfile.CellWidth) > 1.2))
            yield return Broken("G-82", "双页码没有居左空一字。", number.Alignment is "left" or "both" ? $"左空{Millimetres(number.LeftIndent + number.FirstIndent)}" : "没有居左", "居左空一字（5.6 mm）");
    }

    // Annexes that are bound by themselves bear the document's number on their first row, and count anew.
    private static IEnumerable<Finding> Restarted(WordFile file)
    {
        foreach (var section in file.Sections.Skip(1).Where(section => section.Element.Element(WordNames.W + "pgNumType")?.Attribute(WordNames.W + "start") is not null))
        {
            var first = file.Paragraphs.Skip(section.FirstParagraph - 1).FirstOrDefault(paragraph => !paragraph.IsBlank);
            if (first is not null && !first.Text.Contains('〔', StringComparison.Ordinal))
                yield return Broken("G-83", "页码在后面的节重新起编。", "重新起编", "连续编排") with { Line = section.FirstParagraph, Severity = FindingSeverity.Warning };
        }
    }

    private static IEnumerable<Finding> Letter(WordFile file)
    {
        if (WordPageRules.IsLetter(file) && file.Sections[0] is var section && (!section.HasTitlePage || section.Footers.TryGetValue("first", out var first) && first.Any(HasPage)))
            yield return Broken("G-105", "信函首页显示了页码。", "有页码", "首页不显示页码");
    }
}
