using System.Xml.Linq;
using DocFlow.Documents.Checking.WordFiles;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Sets sheets, margins, the red rule's colour and the letters of page numbers.</summary>
internal sealed class SectionCorrections(WordFile file)
{
    private static readonly int ClassicBottom = Twips.PageHeight - Twips.Of(LayoutProfile.Bottom);

    public void Apply()
    {
        var isLetter = WordPageRules.IsLetter(file);
        var broken = WordPageRules.Check(file).Select(finding => finding.Line).ToHashSet();
        foreach (var section in file.Sections.Where(section => !section.IsLandscape))
        {
            var isFirstLetter = isLetter && section == file.Sections[0];
            if (broken.Contains(section.FirstParagraph) && !isFirstLetter)
                SetSheet(section);
            if (section.FooterDistance is < 23.5 or > 28.5 && !isLetter && section.Element.Element(WordNames.W + "pgMar") is { } margins)
                margins.SetAttributeValue(WordNames.W + "footer", Twips.NumberBottom);
            foreach (var number in section.Footers.Values.SelectMany(footer => footer).SelectMany(paragraph => paragraph.Runs).Where(run => run.Weight > 0))
                SetNumber(number);
        }

        foreach (var border in Borders())
            border.SetAttributeValue(WordNames.W + "color", "FF0000");
    }

    private static void SetSheet(WordSection section)
    {
        if (section.Element.Element(WordNames.W + "pgSz") is { } sheet)
        {
            sheet.SetAttributeValue(WordNames.W + "w", Twips.PageWidth);
            sheet.SetAttributeValue(WordNames.W + "h", Twips.PageHeight);
            sheet.SetAttributeValue(WordNames.W + "code", null);
        }

        if (section.Element.Element(WordNames.W + "pgMar") is not { } margins)
            return;
        foreach (var (side, value) in new[] { ("top", Twips.Of(LayoutProfile.Top)), ("bottom", ClassicBottom), ("left", Twips.LeftMargin), ("right", Twips.RightMargin), ("gutter", 0) })
            margins.SetAttributeValue(WordNames.W + side, value);
    }

    private static void SetNumber(WordRun run)
    {
        var song = OfficialFamilies.WordName(FontRole.Song);
        if (run.Properties["rFonts@ascii"] is not { } family || FontFamilies.RoleOf(family) != FontRole.Song)
            WordProperty.SetRun(run.Element, "rFonts", ("ascii", song), ("eastAsia", song), ("hAnsi", song), ("asciiTheme", null), ("eastAsiaTheme", null), ("hAnsiTheme", null));
        if (Math.Abs(run.Size - Typesetting.Millimetres.SizeFour) > 0.3)
        {
            WordProperty.SetRun(run.Element, "sz", ("val", "28"));
            WordProperty.SetRun(run.Element, "szCs", ("val", "28"));
        }
    }

    // The border that stands for the red rule: between number and title, in another colour.
    private IEnumerable<XElement> Borders()
    {
        var number = file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Number)?.Number;
        var title = file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Title)?.Number;
        if (number is null || title is null || file.Lines.Any(line => line.IsRed && line.Paragraph < title))
            return [];
        return file.Paragraphs.Where(paragraph => paragraph.Number >= number && paragraph.Number < title)
            .SelectMany(paragraph => paragraph.Element.Elements(WordNames.ParagraphProperties).Elements(WordNames.W + "pBdr").Elements().Where(border => border.Name.LocalName is "top" or "bottom"));
    }
}
