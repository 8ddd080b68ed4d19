using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>T-09 and T-10: the text inside tables, and tables that go on on another page.</summary>
internal sealed class PdfTableRules(PdfFile file)
{
    private const double Largest = 16.5;
    private const double Smallest = 8.5;
    private const double SizeTolerance = 0.4;
    private const int FewestRows = 3;

    public IEnumerable<Finding> Check() => Tables().SelectMany(table => (IEnumerable<Finding>)[.. Sizes(table), .. Heads(table)]);

    // Rows of a table follow each other, over pages too.
    private IEnumerable<List<PdfRow>> Tables()
    {
        var rows = new List<PdfRow>();
        foreach (var paragraph in file.Paragraphs)
        {
            if (paragraph is { IsInTable: true, Role: FileRole.None } && file.SheetOf(paragraph.First) is { IsTurned: false })
            {
                rows.AddRange(paragraph.Lines);
                continue;
            }

            if (rows.Count >= FewestRows)
                yield return rows;
            rows = [];
        }

        if (rows.Count >= FewestRows)
            yield return rows;
    }

    private static IEnumerable<Finding> Sizes(List<PdfRow> table)
    {
        if (table.FirstOrDefault(row => row.Size is > Largest or < Smallest) is { } wrong)
        {
            yield return At(Broken("T-09", wrong.Size > Largest ? "表格文字大于3号。" : "表格文字小于小五号。", Points(Math.Round(wrong.Size, 1)), "小五号至3号（9至16磅）"), wrong);
            yield break;
        }

        var usual = table.GroupBy(row => Math.Round(row.Size * 2)).MaxBy(group => group.Count())!.First().Size;
        if (table.Skip(1).FirstOrDefault(row => Math.Abs(row.Size - usual) > SizeTolerance) is { } other)
            yield return At(Broken("T-09", "同一表格的字号不一致。", $"{Points(Math.Round(other.Size, 1))}（多数为{Points(Math.Round(usual, 1))}）", "同一字号"), other);
        var family = table.Skip(1).SelectMany(row => row.Glyphs).Where(glyph => glyph.IsCharacter).GroupBy(glyph => FontFamilies.RoleOf(glyph.Font)).MaxBy(group => group.Count())?.Key;
        if (family is not null && table.Skip(1).FirstOrDefault(row => PdfTextRules.WrongFamilyIn(row.Glyphs, family.Value) is not null) is { } mixed)
            yield return At(Broken("T-09", "同一表格的字体不一致。", PdfTextRules.WrongFamilyIn(mixed.Glyphs, family.Value)!, "同一字体"), mixed);
    }

    private static IEnumerable<Finding> Heads(List<PdfRow> table)
    {
        foreach (var (above, row) in table.Zip(table.Skip(1)).Where(pair => pair.First.Page != pair.Second.Page))
        {
            if (row.Text != table[0].Text)
                yield return At(Broken("T-10", "表格跨页没有重复表头。", row.Text.Length > 20 ? row.Text[..20] + "…" : row.Text, table[0].Text), row);
        }
    }
}
