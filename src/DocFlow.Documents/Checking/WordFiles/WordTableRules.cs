using System.Xml.Linq;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>T-09 and T-10: the text inside a Word file's tables, repeated heads and rows that are kept whole.</summary>
internal static class WordTableRules
{
    private const double Largest = 16.5;
    private const double Smallest = 8.5;
    private const double SizeTolerance = 0.4;
    private const int FewestRows = 3;

    // So many rows of the usual height may need more than a page.
    private const int MostOnOnePage = 20;

    public static IEnumerable<Finding> Check(WordFile file)
    {
        var paragraphs = file.Paragraphs.ToDictionary(paragraph => paragraph.Element);
        foreach (var table in file.Document.Descendants(W + "tbl"))
        {
            var rows = table.Elements(W + "tr").ToList();
            var texts = rows.ConvertAll(row => row.Descendants(Paragraph).Select(element => paragraphs.GetValueOrDefault(element)).OfType<WordParagraph>().Where(paragraph => !paragraph.IsBlank).ToList());
            if (rows.Count < FewestRows || texts.Exists(row => row.Exists(paragraph => paragraph.Role != FileRole.None)) || texts[0].Count == 0)
                continue;
            foreach (var finding in (IEnumerable<Finding>)[.. Looks([.. texts.SelectMany(row => row)], texts[0]), .. Pages(rows, texts[0][0])])
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Looks(List<WordParagraph> cells, List<WordParagraph> head)
    {
        if (cells.Find(cell => cell.Size is > Largest or > 0 and < Smallest) is { } wrong)
        {
            yield return WordTextRules.At(Broken("T-09", wrong.Size > Largest ? "表格文字大于3号。" : "表格文字小于小五号。", Points(wrong.Size), "小五号至3号（9至16磅）"), wrong);
            yield break;
        }

        var body = cells.Except(head).Where(cell => cell.Size > 0).ToList();
        if (body.Count == 0)
            yield break;
        var usual = body.GroupBy(cell => cell.Size).MaxBy(group => group.Count())!.Key;
        if (body.Find(cell => Math.Abs(cell.Size - usual) > SizeTolerance) is { } other)
            yield return WordTextRules.At(Broken("T-09", "同一表格的字号不一致。", $"{Points(other.Size)}（多数为{Points(usual)}）", "同一字号"), other);
        var family = body.Where(cell => cell.Family is not null).GroupBy(cell => cell.Family).MaxBy(group => group.Count())?.Key;
        if (family is not null && body.Find(cell => cell.Family is { } own && own != family) is { } mixed)
            yield return WordTextRules.At(Broken("T-09", "同一表格的字体不一致。", mixed.FontName!, "同一字体"), mixed);
    }

    private static IEnumerable<Finding> Pages(List<XElement> rows, WordParagraph first)
    {
        if (rows.Count <= MostOnOnePage)
            yield break;
        if (!Has(rows[0], "tblHeader"))
            yield return WordTextRules.At(Broken("T-10", "表格跨页没有重复表头。", "未设“标题行重复”", "第一行设“标题行重复”"), first);
        if (!rows.TrueForAll(row => Has(row, "cantSplit")))
            yield return WordTextRules.At(Broken("T-10", "表格的行允许拆到两页。", "未禁止跨页断行", "取消“允许跨页断行”"), first);
    }

    private static bool Has(XElement row, string property) => row.Element(W + "trPr")?.Element(W + property) is { } set && set.Attribute(Value)?.Value is not ("0" or "false");
}
