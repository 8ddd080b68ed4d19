using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfHeadRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-49, G-50 and G-63 to G-65: 附件说明 and annexes.</summary>
internal sealed class PdfClosingRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;

    public IEnumerable<Finding> Check() => [.. AnnexList(), .. Once(Annexes())];

    private IEnumerable<Finding> AnnexList()
    {
        var entries = file.Of(FileRole.AnnexList).ToList();
        if (entries.Count == 0)
            yield break;
        var first = entries[0].First;
        if (Math.Abs(first.Left - LayoutProfile.Left - 2 * Cell) > 1.2)
            yield return At(Broken("G-49", "附件说明没有左空二字。", Millimetres(first.Left - LayoutProfile.Left), "2字（11.1 mm）"), first);
        if (file.SheetOf(first).Rows.LastOrDefault(row => row.Number < first.Number) is { } above && Gap(above, first, 1) is { } gap)
            yield return At(Broken("G-49", "附件说明与正文的距离不合规定。", gap, "空一行（10.4 mm±1.5 mm）"), first);
        var number = NumberOf(first);
        foreach (var entry in entries)
        {
            if (number is not null && entry != entries[0] && Math.Abs(entry.First.Left - number.Value) > 1.2)
                yield return At(Broken("G-50", "附件顺序号没有上下对齐。", $"相差{Millimetres(Math.Abs(entry.First.Left - number.Value))}", "与第一个附件的顺序号对齐"), entry.First);
            if (entry.Lines.Skip(1).FirstOrDefault(row => Math.Abs(row.Left - NameOf(entry.First)) > 1.2) is { } loose)
                yield return At(Broken("G-50", "附件名称回行没有与上一行附件名称的首字对齐。", $"相差{Millimetres(Math.Abs(loose.Left - NameOf(entry.First)))}", "与附件名称的首字对齐"), loose);
        }
    }

    private static double? NumberOf(PdfRow row) => row.Glyphs.Where(glyph => glyph.Text.Length == 1 && char.IsAsciiDigit(glyph.Text[0])).Select(glyph => (double?)glyph.Left).FirstOrDefault();

    /// <summary>Where an annex's name starts, after the word 附件, the colon and its number.</summary>
    public static double NameOf(PdfRow row)
    {
        var at = RoleWords.AnnexEntryStart().Match(string.Concat(row.Glyphs.Select(glyph => glyph.Text.Length == 1 ? glyph.Text : "□"))).Length;
        return row.Glyphs[Math.Min(at, row.Glyphs.Count - 1)].Left;
    }

    private IEnumerable<Finding> Annexes()
    {
        foreach (var label in file.Of(FileRole.AnnexLabel).Where(label => file.SheetOf(label.First) is { IsTurned: false, IsLandscape: false }))
        {
            var row = label.First;
            if (row.Number != 1)
            {
                yield return At(Broken("G-63", "附件没有另面编排。", $"在第{row.Number}行", "另面第一行"), row);
                continue;
            }

            if (!label.Text.Contains('〔', StringComparison.Ordinal) && WrongFamilyIn(row.Glyphs, FontRole.Hei) is { } family)
                yield return At(Broken("G-64", "“附件”二字不是黑体。", family, "黑体"), row);
            if (Math.Abs(row.Size - Typesetting.Millimetres.SizeThree) > 0.5)
                yield return At(Broken("G-64", "“附件”二字不是3号字。", Points(Math.Round(row.Size, 1)), "3号（16磅）"), row);
            if (label.Text[^1] is '：' or ':')
                yield return At(Broken("G-64", "“附件”二字之后不加冒号。", label.Text, label.Text.TrimEnd('：', ':')), row);
            if (Math.Abs(row.Left - LayoutProfile.Left) > 1.2)
                yield return At(Broken("G-64", "“附件”二字没有顶格。", $"距左页边{Millimetres(row.Left)}", "距左页边28 mm"), row);
            var title = file.Of(FileRole.AnnexTitle).FirstOrDefault(title => title.First.Page == row.Page);
            if (title is not null && Math.Abs(title.First.Middle - (LayoutProfile.Left + LayoutProfile.Right) / 2) > 2.5)
                yield return At(Broken("G-65", "附件标题没有居中。", $"中线距左页边{Millimetres(title.First.Middle)}", "106 mm±1 mm"), title.First);
            if (title is not null && Gap(row, title.First, 1) is { } gap)
                yield return At(Broken("G-65", "附件标题不在版心第三行。", $"与“附件”二字相距{gap}", "空一行（10.4 mm±1.5 mm）"), title.First);
        }
    }
}
