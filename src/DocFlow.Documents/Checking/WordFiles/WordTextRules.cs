using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-06 to G-12, G-46, G-47: rows, characters, family, colour, spacing and indents of the running text.</summary>
internal static class WordTextRules
{
    private const double EastAsianSingle = 1.3;
    private const double Cell = LayoutProfile.CellWidth;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        var body = file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Body or FileRole.AnnexBody && !paragraph.IsInTable && !paragraph.IsBeside).ToList();
        return Once([.. body.SelectMany(paragraph => Of(paragraph, file.Sections.ElementAtOrDefault(paragraph.Section)).Select(finding => At(finding, paragraph))), .. Characters(file, body)]);
    }

    /// <summary>The finding at the paragraph.</summary>
    public static Finding At(Finding finding, WordParagraph paragraph) => finding with
    {
        Page = paragraph.Page,
        Line = paragraph.Number,
        Text = finding.Text ?? (paragraph.Text.Length <= 20 ? paragraph.Text : paragraph.Text[..20] + "…"),
    };

    private static IEnumerable<Finding> Of(WordParagraph paragraph, WordSection? section) =>
        [.. Rows(paragraph, section), .. Looks(paragraph), .. Indents(paragraph)];

    private static IEnumerable<Finding> Rows(WordParagraph paragraph, WordSection? section)
    {
        if (PitchOf(paragraph, section) is { } pitch)
        {
            if (pitch is < 560 or > 593.5)
            {
                yield return Broken("G-08", "行距不合规定。", $"固定值{Points(pitch / 20)}（{Millimetres(pitch / Word.Twips.PerMillimetre)}）", "10.2 mm至10.45 mm（28.95至29.6磅）");
                if (section?.TextHeight is { } height)
                    yield return Broken("G-06", "每面行数不合规定。", $"每面{Math.Floor(height * Word.Twips.PerMillimetre / pitch):0}行", "每面22行");
            }
            else if (pitch < 578)
            {
                yield return Broken("G-08", "行距偏小，22行没有撑满版心。", $"固定值{Points(pitch / 20)}（{Millimetres(pitch / Word.Twips.PerMillimetre)}）", "10.2 mm至10.45 mm（28.95至29.6磅）", RuleStrength.Practice);
            }
        }
        else if (paragraph.LineMultiple is { } multiple)
        {
            var about = multiple * Typesetting.Millimetres.OfPoints(paragraph.Size * EastAsianSingle);
            yield return Broken("G-08", "行距不是固定值，每面行数随字体而变。", FormattableString.Invariant($"{Math.Round(multiple, 2)}倍行距（约{about:0.0} mm）"), "10.2 mm至10.45 mm（28.95至29.6磅）");
        }
        else
        {
            yield return Broken("G-08", "行距是“最小值”，每面行数随字体而变。", "最小值", "10.2 mm至10.45 mm（28.95至29.6磅）");
        }

        foreach (var (name, white) in new[] { ("段前", paragraph.Before), ("段后", paragraph.After) })
        {
            if (white > 0.3)
                yield return Broken("G-12", $"段落之间另加了{name}间距。", Millimetres(white), "0 mm");
        }
    }

    /// <summary>The height of a row that the file fixes, twips: exact, or a single row on a grid of lines.</summary>
    public static double? PitchOf(WordParagraph paragraph, WordSection? section)
    {
        if (paragraph.ExactLine is { } exact)
            return exact;
        var isOnGrid = section is { GridType: "lines" or "linesAndChars" or "snapToChars", GridPitch: > 0 } && paragraph.Properties["snapToGrid"] is not ("0" or "false");
        if (!isOnGrid || paragraph.LineMultiple is not { } multiple)
            return null;
        var rows = Math.Ceiling(paragraph.Size * EastAsianSingle * 20 / section!.GridPitch!.Value);
        return multiple * rows * section.GridPitch.Value;
    }

    // Rows that are fitted one by one, each by a spacing of its own against its style's, don't tell how many characters go into a row.
    private static IEnumerable<Finding> Characters(WordFile file, List<WordParagraph> body)
    {
        const int fewestFitted = 2;
        if (body.SelectMany(paragraph => paragraph.Runs).Where(run => run.Weight > 0).Select(run => run.Properties.Number("spacing") ?? 0).Distinct().Count() >= fewestFitted)
            yield break;
        foreach (var paragraph in body)
        {
            var weight = paragraph.Runs.Sum(run => run.Weight);
            if (file.Sections.ElementAtOrDefault(paragraph.Section) is not { IsLandscape: false, TextWidth: { } width } section || weight < LayoutProfile.CharactersPerLine
                || Math.Abs(paragraph.Size - Typesetting.Millimetres.SizeThree) > 0.3 || Math.Abs(width - LayoutProfile.TypeAreaWidth) > 1.01)
                continue;
            var spacing = paragraph.Runs.Sum(run => run.Weight * (double)(run.Properties.Number("spacing") ?? 0)) / weight;
            var pitch = PitchOf(spacing);
            var style = paragraph.Element.Element(WordNames.ParagraphProperties)?.Element(WordNames.W + "pStyle")?.Attribute(WordNames.Value)?.Value;
            var characters = CharactersIn(pitch);
            if (characters != LayoutProfile.CharactersPerLine && CharactersIn(PitchOf(file.Styles.RunBase(style).Number("spacing") ?? 0)) != LayoutProfile.CharactersPerLine)
                yield return At(Broken("G-07", "每行字数不合规定。", $"每行{characters}字（字距{Millimetres(pitch / Word.Twips.PerMillimetre)}）", "每行28字（字距5.57 mm）"), paragraph);

            double PitchOf(double added) => paragraph.Size * 20 + added + (section.GridType == "linesAndChars" ? section.GridCharacterSpace / 4096.0 * 20 : 0);
            int CharactersIn(double one) => (int)Math.Floor(width * Word.Twips.PerMillimetre / one + 0.05);
        }
    }

    private static IEnumerable<Finding> Looks(WordParagraph paragraph)
    {
        var level = BodyReader.LevelOf(paragraph.MarkedText);
        var stop = paragraph.Text.IndexOf('。', StringComparison.Ordinal);
        var headingEnd = level == HeadingLevel.None ? 0 : paragraph.LeadingWhite + (stop < 0 ? paragraph.Text.Length : stop + 1);
        foreach (var run in paragraph.Runs.Where(run => run.Weight > 0))
        {
            var role = run.At < headingEnd ? level switch { HeadingLevel.First => FontRole.Hei, HeadingLevel.Second => FontRole.Kai, _ => FontRole.FangSong } : FontRole.FangSong;
            var rule = run.At < headingEnd ? "G-47" : "G-09";
            var words = run.Text.Trim();
            if (Math.Abs(run.Size - Typesetting.Millimetres.SizeThree) > 0.3)
                yield return Broken("G-09", "正文字号不是3号。", Points(run.Size), "3号（16磅）") with { Text = words };
            if (run.Text.Any(character => character is >= '\u4e00' and <= '\u9fff') && WrongFamily(run.FontName, role) is { } name)
                yield return Broken(rule, rule == "G-47" ? $"层次标题字体不是{NameOf(role)}。" : "正文字体不是仿宋体。", name, NameOf(role)) with { Text = words };
            if (run.IsBold)
                yield return Broken("G-47", "正文和层次标题不加粗。", "加粗", "不加粗") with { Text = words };
            if (run.Colour is { } colour)
                yield return Broken("G-10", "正文不是黑色。", colour, "黑色") with { Text = words };
        }
    }

    /// <summary>The name of a family that isn't the wanted one; null when it is, or when the file leaves it open.</summary>
    public static string? WrongFamily(string? name, FontRole wanted) =>
        name is null || FontFamilies.RoleOf(name) == wanted ? null : name;

    public static string NameOf(FontRole role) => role switch
    {
        FontRole.FangSong => "仿宋体",
        FontRole.Kai => "楷体",
        FontRole.Hei => "黑体",
        FontRole.Song => "宋体",
        _ => "小标宋体",
    };

    private static IEnumerable<Finding> Indents(WordParagraph paragraph)
    {
        if (paragraph.Alignment is "center" or "right" || paragraph.Text.Length < 2)
            yield break;
        var first = paragraph.LeftIndent + paragraph.FirstIndent;
        if (paragraph.LeadingWhite > 0 && Math.Abs(first) < 1)
        {
            yield return Broken("G-46", "用空格代替首行缩进。", $"{paragraph.LeadingWhite}个空格", "首行缩进2字", RuleStrength.Practice);
            yield break;
        }

        if (Math.Abs(first - 2 * Cell) > 0.8)
            yield return Broken("G-46", "自然段没有左空二字。", Millimetres(first), "2字（11.1 mm）");
        else if (Math.Abs(paragraph.LeftIndent) > 0.8)
            yield return Broken("G-46", "回行没有顶格。", Millimetres(paragraph.LeftIndent), "0 mm");
    }
}
