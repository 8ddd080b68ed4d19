using System.Text.RegularExpressions;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>
/// G-54, G-56 and G-57: pictures of a seal's size near the date lie over the text and leave it in its place, one for each name,
/// apart from each other, centred over the date; as far as their anchors tell their places.
/// </summary>
internal static partial class WordSealRules
{
    private const int Near = 8;
    private const double AsideTolerance = 5;
    private const double AboveTolerance = 3;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        if (file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Date) is not { } date)
            return [];
        var section = date.Section < file.Sections.Count ? file.Sections[date.Section] : null;
        var seals = file.Paragraphs.Where(paragraph => Math.Abs(paragraph.Number - date.Number) <= Near).SelectMany(paragraph => WordSeal.In(paragraph, section)).ToList();
        return seals.Count == 0 ? [] : [.. Floating(seals, date), .. Count(file, seals, date), .. Apart(seals, date), .. Aside(seals, date, section), .. Height(file, seals, date, section)];
    }

    private static IEnumerable<Finding> Floating(List<WordSeal> seals, WordParagraph date)
    {
        foreach (var drawing in seals.Select(seal => seal.Element))
        {
            if (drawing.Name == Drawing + "inline")
                yield return WordTextRules.At(Broken("G-54", "印章是嵌入型图片，占了行而没有压住文字。", "嵌入型", "浮于文字上方"), date);
            else if (drawing.Attribute("behindDoc")?.Value is "1" or "true")
                yield return WordTextRules.At(Broken("G-54", "印章衬在文字下方。", "衬于文字下方", "浮于文字上方"), date);
            else if (drawing.Element(Drawing + "wrapNone") is null)
                yield return WordTextRules.At(Broken("G-54", "印章挤开了文字。", "文字环绕", "浮于文字上方"), date);
        }
    }

    private static IEnumerable<Finding> Count(WordFile file, List<WordSeal> seals, WordParagraph date)
    {
        var names = file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.Signatory).Sum(paragraph => Names().Count(paragraph.Text));
        if (names > 0 && seals.Count != names)
            yield return Warned(WordTextRules.At(Broken("G-56", seals.Count < names ? "有署名机关没有加盖印章。" : "印章比署名机关多。", $"{seals.Count}枚印章，{names}个署名", "每个署名机关一枚印章"), date));
    }

    private static IEnumerable<Finding> Apart(List<WordSeal> seals, WordParagraph date)
    {
        for (var one = 0; one < seals.Count; one++)
        {
            for (var other = one + 1; other < seals.Count; other++)
            {
                if (Distance(seals[one], seals[other]) is <= 0 and var distance)
                    yield return WordTextRules.At(Broken("G-57", "印章相交或相切。", $"重叠{Millimetres(-distance)}", "互不相交或相切"), date);
            }
        }

        if (seals.FirstOrDefault(seal => seal.Left < LayoutProfile.Left - 1 || seal.Left + seal.Diameter > LayoutProfile.Right + 1) is { } outside)
            yield return WordTextRules.At(Broken("G-57", "印章超出版心。", $"{Millimetres(outside.Left!.Value)}至{Millimetres(outside.Left.Value + outside.Diameter)}", "28 mm至184 mm"), date);
    }

    // Heights of different paragraphs can't be compared.
    private static double? Distance(WordSeal one, WordSeal other) =>
        one.IsBelowParagraph == other.IsBelowParagraph && (!one.IsBelowParagraph || one.Paragraph == other.Paragraph)
        && one.CentreX - other.CentreX is { } x && one.CentreY - other.CentreY is { } y
            ? Math.Sqrt(x * x + y * y) - (one.Diameter + other.Diameter) / 2
            : null;

    private static IEnumerable<Finding> Aside(List<WordSeal> seals, WordParagraph date, WordSection? section)
    {
        if (date is not { Alignment: "right", IsInTable: false, IsBeside: false } || section?.Left + section?.TextWidth is not { } right || seals.Any(seal => seal.CentreX is null))
            yield break;
        var width = date.Text.Sum(character => character < 0x80 ? 0.5 : 1) * Typesetting.Millimetres.OfPoints(date.Size);
        var white = date.Element.Descendants(WordNames.Text).Select(text => text.Value).LastOrDefault("").Reverse().TakeWhile(char.IsWhiteSpace).Sum(character => character < 0x80 ? 0.5 : 1) * Typesetting.Millimetres.OfPoints(date.Size);
        var middle = right - date.RightIndent - white - width / 2;
        var nearest = seals.Min(seal => Math.Abs(seal.CentreX!.Value - middle));
        if (nearest > AsideTolerance)
            yield return Warned(WordTextRules.At(Broken("G-54", "印章没有以成文日期为准居中。", $"偏{Millimetres(nearest)}", "居中"), date));
    }

    // Only of a seal that hangs on the date or the name above it is the height against them known.
    private static IEnumerable<Finding> Height(WordFile file, List<WordSeal> seals, WordParagraph date, WordSection? section)
    {
        if (seals is not [{ IsBelowParagraph: true, CentreY: { } centre } seal] || WordTextRules.PitchOf(date, section) is not { } twips)
            yield break;
        var pitch = twips / Twips.PerMillimetre;
        var rows = date.Number - seal.Paragraph.Number;
        var between = file.Paragraphs.Where(paragraph => paragraph.Number >= seal.Paragraph.Number && paragraph.Number < date.Number).ToList();
        if (rows is < 0 or > 3 || between.Any(paragraph => Math.Abs((WordTextRules.PitchOf(paragraph, section) ?? 0) - twips) > 20))
            yield break;
        var dateMiddle = rows * pitch + pitch / 2;
        if (Math.Abs(dateMiddle - centre) > seal.Diameter / 2)
            yield return Warned(WordTextRules.At(Broken("G-56", "印章没有盖在署名和成文日期上。", $"相距{Millimetres(Math.Abs(dateMiddle - centre))}", "下压署名和成文日期"), date));
        else if (dateMiddle - pitch < centre - AboveTolerance)
            yield return Warned(WordTextRules.At(Broken("G-54", "署名和成文日期没有居印章中心偏下位置。", $"署名高于印章中心{Millimetres(centre - dateMiddle + pitch)}", "印章中心偏下"), date));
    }

    // Told without a page in hand.
    private static Finding Warned(Finding finding) => finding.Severity == FindingSeverity.Blocking ? finding with { Severity = FindingSeverity.Warning } : finding;

    // Names side by side are parted by a tab or by more than one blank.
    [GeneratedRegex(@"[^\t\s\u3000](?:[^\t]*?[^\t\s\u3000])??(?=\t|[\s\u3000]{2,}|$)")]
    private static partial Regex Names();
}
