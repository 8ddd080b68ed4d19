using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordTextRules;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-49 to G-75: 附件说明, date, 附注, annexes and 版记.</summary>
internal static class WordClosingRules
{
    private const double Cell = LayoutProfile.CellWidth;

    public static IEnumerable<Finding> Check(WordFile file) =>
        Once([.. AnnexList(file), .. Date(file), .. Note(file), .. Annexes(file), .. Imprint(file)]);

    private static IEnumerable<Finding> AnnexList(WordFile file)
    {
        foreach (var entry in file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.AnnexList))
        {
            if (entry.Text.StartsWith("附件", StringComparison.Ordinal) && Math.Abs(entry.LeftIndent + entry.FirstIndent - 2 * Cell) > 1 && entry.LeadingWhite == 0)
                yield return At(Broken("G-49", "附件说明没有左空二字。", Millimetres(entry.LeftIndent + entry.FirstIndent), "2字（11.1 mm）"), entry);
            foreach (var finding in Letters(entry, "附件说明", FontRole.FangSong, Typesetting.Millimetres.SizeThree, "G-09"))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Date(WordFile file)
    {
        if (file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Date) is not { IsInTable: false, IsBeside: false } date)
            yield break;
        foreach (var finding in Letters(date, "成文日期", FontRole.FangSong, Typesetting.Millimetres.SizeThree, "G-09"))
            yield return finding;
        if (date.Alignment != "right")
            yield break;
        var right = (date.RightIndent + date.Element.Descendants(WordNames.Text).Select(text => text.Value).LastOrDefault("").Count(character => character is ' ') * Cell / 2) / Cell;
        var name = file.Paragraphs.LastOrDefault(paragraph => paragraph.Role == FileRole.Signatory);
        if (Math.Abs(right - 4) <= 0.5 || IsUnsealedPlace(name, date, right))
            yield break;
        yield return At(Broken("G-52", "成文日期的位置不合规定。", FormattableString.Invariant($"右空{right:0.#}字"), "加盖印章的右空4字；不加盖印章的按署名长短编排"), date);
    }

    // The date begins two characters to the right of the name; when it is longer, it ends two from the right.
    private static bool IsUnsealedPlace(WordParagraph? name, WordParagraph date, double right)
    {
        if (name is null)
            return Math.Abs(right - 2) <= 0.5;
        var (nameWidth, dateWidth) = (WidthOf(name.Text), WidthOf(date.Text));
        var literal = dateWidth <= nameWidth ? nameWidth - dateWidth : 2;
        return Math.Abs(right - literal) <= 0.6 || Math.Abs(right - 2) <= 0.5 && nameWidth - dateWidth < 2;
    }

    private static double WidthOf(string text) => text.Sum(character => character < 0x80 ? 0.5 : 1);

    private static IEnumerable<Finding> Note(WordFile file)
    {
        foreach (var note in file.Paragraphs.Where(paragraph => paragraph is { Role: FileRole.Note, LeadingWhite: 0 } && Math.Abs(paragraph.LeftIndent + paragraph.FirstIndent - 2 * Cell) > 1))
            yield return At(Broken("G-62", "附注没有居左空二字。", Millimetres(note.LeftIndent + note.FirstIndent), "2字（11.1 mm）"), note);
    }

    private static IEnumerable<Finding> Annexes(WordFile file)
    {
        foreach (var label in file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.AnnexLabel))
        {
            var isDetached = label.Text.Contains('〔', StringComparison.Ordinal);
            if (IsOnSamePage(file, label))
                yield return At(Broken("G-63", "附件没有另面编排。", "接排", "另面编排"), label);
            if (!isDetached && WrongFamily(label.FontName, FontRole.Hei) is { } family)
                yield return At(Broken("G-64", "“附件”二字不是黑体。", family, "黑体"), label);
            if (Math.Abs(label.Size - Typesetting.Millimetres.SizeThree) > 0.3)
                yield return At(Broken("G-64", "“附件”二字不是3号字。", Points(label.Size), "3号（16磅）"), label);
            if (label.Text[^1] is '：' or ':')
                yield return At(Broken("G-64", "“附件”二字之后不加冒号。", label.Text, label.Text.TrimEnd('：', ':')), label);
            if (label.LeftIndent + label.FirstIndent > 1 || label.Alignment is "center" or "right")
                yield return At(Broken("G-64", "“附件”二字没有顶格。", label.Alignment is "center" or "right" ? "没有居左" : Millimetres(label.LeftIndent + label.FirstIndent), "顶格"), label);
        }
    }

    /// <summary>Whether nothing starts a page before an annex's label.</summary>
    public static bool IsOnSamePage(WordFile file, WordParagraph label)
    {
        var before = file.Paragraphs.Where(paragraph => paragraph.Number < label.Number && !paragraph.IsBeside).Reverse().ToList();
        var blank = before.TakeWhile(paragraph => paragraph.IsBlank).ToList();
        return !label.StartsPage && !label.Element.Descendants(WordNames.W + "br").Any() && !blank.Any(paragraph => paragraph.StartsPage || IsPageBreak(paragraph))
            && !(before.Skip(blank.Count).FirstOrDefault() is { } last && IsPageBreak(last));
    }

    private static bool IsPageBreak(WordParagraph paragraph) => paragraph.Element.Descendants(WordNames.W + "br").Any(element => element.Attribute(WordNames.W + "type")?.Value == "page")
        || paragraph.Element.Element(WordNames.ParagraphProperties)?.Element(WordNames.W + "sectPr") is not null;

    private static IEnumerable<Finding> Imprint(WordFile file)
    {
        foreach (var row in file.Paragraphs.Where(paragraph => paragraph is { Role: FileRole.Copies or FileRole.Issue, IsBeside: false }))
        {
            var (rule, name) = row.Role == FileRole.Copies ? ("G-73", "抄送机关") : ("G-75", "印发机关和印发日期");
            foreach (var finding in Letters(row, name, FontRole.FangSong, Typesetting.Millimetres.SizeFour, rule))
                yield return finding;
            if (row.Role == FileRole.Copies && row.Text[^1] != '。')
                yield return At(Broken(rule, "抄送机关末尾没有句号。", row.Text[^1].ToString(), "。"), row);
            if (row.Role == FileRole.Copies && row.Text[2] == ':')
                yield return At(Broken(rule, "“抄送”之后不是全角冒号。", ":", "："), row);
            var left = row.LeftIndent + row.FirstIndent;
            if (row is { IsInTable: false, LeadingWhite: 0 } && left is < 4.4 or > 6.1)
                yield return At(Broken(rule, $"{name}没有左空一字。", Millimetres(left), "1字（4.9至5.6 mm）"), row);
        }
    }

    private static IEnumerable<Finding> Letters(WordParagraph paragraph, string name, FontRole role, double size, string rule)
    {
        if (Math.Abs(paragraph.Size - size) > 0.3)
            yield return At(Broken(rule, $"{name}的字号不合规定。", Points(paragraph.Size), Points(size)), paragraph);
        if (WrongFamily(paragraph.FontName, role) is { } family)
            yield return At(Broken(rule, $"{name}的字体不是{NameOf(role)}。", family, NameOf(role)), paragraph);
    }
}
