using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-28: what follows the stacked names of a joint mark stands in the middle of their height, in a table's cell or in a frame.</summary>
internal sealed class WordJointMark(WordFile file, WordHeights heights)
{
    private const double Tolerance = 3;

    public Finding? Check()
    {
        var marks = file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.Mark).ToList();
        if (marks.FirstOrDefault(mark => mark.Text.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal) == "文件") is not { } end || marks.Count < 3)
            return null;
        return end.IsInTable ? InTable(end, marks) : end.IsFramed ? InFrame(end, [.. marks.Where(mark => mark != end)]) : null;
    }

    // A cell beside one that holds all names, or beside rows of names that it spans.
    private static Finding? InTable(WordParagraph end, List<WordParagraph> marks)
    {
        if (end.Element.Ancestors(W + "tc").FirstOrDefault() is not { } cell)
            return null;
        var properties = cell.Element(W + "tcPr");
        var isBesideStack = properties?.Element(W + "vMerge") is not null || cell.Parent!.Elements(W + "tc").Any(other => other != cell && marks.Count(mark => other.Descendants().Contains(mark.Element)) > 1);
        var place = properties?.Element(W + "vAlign")?.Attribute(Value)?.Value ?? "top";
        return isBesideStack && place != "center" ? Finding(end, place == "bottom" ? "靠下" : "靠上") : null;
    }

    private Finding? InFrame(WordParagraph end, List<WordParagraph> names)
    {
        if (heights.GlyphTop(end) is not { } top || heights.GlyphTop(names[0]) is not { } first || heights.GlyphBottom(names[^1]) is not { } last)
            return null;
        var off = top + Typesetting.Millimetres.OfPoints(end.Size) / 2 - (first + last) / 2;
        return Math.Abs(off) > Tolerance ? Finding(end, $"偏{(off > 0 ? "下" : "上")}{Millimetres(Math.Abs(off))}") : null;
    }

    private static Finding Finding(WordParagraph end, string measured) =>
        WordTextRules.At(Broken("G-28", "“文件”二字没有以联署机关名称为准上下居中。", measured, "上下居中（±1.5 mm）"), end);
}
