using System.Xml.Linq;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-54: pictures of a seal's size near the date lie over the text and leave it in its place.</summary>
internal static class WordSealRules
{
    private const double PerMillimetre = 36000;
    private const double Smallest = 34;
    private const double Largest = 62;
    private const double Shape = 0.08;
    private const int Near = 8;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        if (file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Date) is not { } date)
            yield break;
        foreach (var paragraph in file.Paragraphs.Where(paragraph => Math.Abs(paragraph.Number - date.Number) <= Near))
        {
            foreach (var drawing in paragraph.Element.Descendants().Where(element => element.Name == Drawing + "anchor" || element.Name == Drawing + "inline").Where(IsSeal))
            {
                if (drawing.Name == Drawing + "inline")
                    yield return WordTextRules.At(Broken("G-54", "印章是嵌入型图片，占了行而没有压住文字。", "嵌入型", "浮于文字上方"), date);
                else if (drawing.Attribute("behindDoc")?.Value is "1" or "true")
                    yield return WordTextRules.At(Broken("G-54", "印章衬在文字下方。", "衬于文字下方", "浮于文字上方"), date);
                else if (drawing.Element(Drawing + "wrapNone") is null)
                    yield return WordTextRules.At(Broken("G-54", "印章挤开了文字。", "文字环绕", "浮于文字上方"), date);
            }
        }
    }

    private static bool IsSeal(XElement drawing)
    {
        var isPicture = drawing.Descendants(A + "blip").Any();
        var extent = drawing.Element(Drawing + "extent");
        return isPicture && double.TryParse(extent?.Attribute("cx")?.Value, out var width) && double.TryParse(extent?.Attribute("cy")?.Value, out var height) && height > 0
            && width / PerMillimetre is > Smallest and < Largest && Math.Abs(width / height - 1) < Shape;
    }
}
