using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-49 to G-83: 附件说明, date, annexes, 版记 and page numbers.</summary>
internal sealed class PdfClosingRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;

    private static readonly string[] Posts = ["长", "主席", "主任", "书记", "总理"];

    public IEnumerable<Finding> Check() => [.. AnnexList(), .. Date(), .. Note(), .. Once(Annexes()), .. Imprint(), .. Once(Numbers())];

    private IEnumerable<Finding> AnnexList()
    {
        if (file.Of(FileRole.AnnexList).FirstOrDefault() is { } list && Math.Abs(list.First.Left - LayoutProfile.Left - 2 * Cell) > 1.2)
            yield return At(Broken("G-49", "附件说明没有左空二字。", Millimetres(list.First.Left - LayoutProfile.Left), "2字（11.1 mm）"), list.First);
    }

    private IEnumerable<Finding> Date()
    {
        if (file.Of(FileRole.Date).FirstOrDefault() is not { IsInTable: false } date)
            yield break;
        var row = date.First;
        var indent = LayoutProfile.Right - row.Right;
        var name = file.Of(FileRole.Signatory).LastOrDefault()?.Last;
        var isSealed = Math.Abs(indent - 4 * Cell) <= 2.5 && (name is null || Math.Abs(name.Middle - row.Middle) < 2.5 || IsSeveralOrPost(name));
        // Its first character two to the right of the name's; or, when longer, ending two from the right.
        var isUnsealed = name is not null
            ? Math.Abs(row.Left - name.Left - 2 * Cell) <= 1.8 || Math.Abs(indent - 2 * Cell) <= 1.8
            : Math.Abs(indent - 2 * Cell) <= 1.8;
        if (!isSealed && !isUnsealed && !(name is not null && Math.Abs(indent - 4 * Cell) <= 2.5))
            yield return At(Broken("G-52", "成文日期的位置不合规定。", $"距版心右边缘{Millimetres(indent)}", "加盖印章的右空4字（22.3 mm）；不加盖印章的按署名长短编排"), row);
        else if (!isSealed && !isUnsealed)
            yield return At(Broken("G-52", "署名没有在成文日期之上居中。", $"中线相差{Millimetres(Math.Abs(name!.Middle - row.Middle))}", "以成文日期为准居中"), name!);
        if (file.Paragraphs.All(paragraph => paragraph.Role is not (FileRole.Body or FileRole.AnnexList or FileRole.Attendance or FileRole.None) || !paragraph.Lines.Any(line => line.Page == row.Page)))
            yield return At(new Finding("G-60", FindingSeverity.Blocking, "成文日期所在的一面没有正文。") { Clause = "7.3.5.5", Strength = RuleStrength.Practice, Measured = "无正文", Required = "与正文同面", Fix = "调整行距、字距，使正文与成文日期同处一面。" }, row);
    }

    // Several names stand each below its own seal; a post stands beside a signer's stamp.
    private bool IsSeveralOrPost(PdfRow name) =>
        name.Width > 16 * Cell || file.Of(FileRole.Signatory).Count() > 1 || Posts.Any(post => name.Text.EndsWith(post, StringComparison.Ordinal));

    private IEnumerable<Finding> Note()
    {
        if (file.Of(FileRole.Note).FirstOrDefault() is { } note && Math.Abs(note.First.Left - LayoutProfile.Left - 2 * Cell) > 1.5)
            yield return At(Broken("G-62", "附注没有左空二字。", Millimetres(note.First.Left - LayoutProfile.Left), "2字（11.1 mm）"), note.First);
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
        }
    }

    private IEnumerable<Finding> Imprint()
    {
        var rows = file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Copies or FileRole.Issue).ToList();
        if (rows.Count == 0)
            yield break;
        foreach (var row in rows)
        {
            var (rule, name) = row.Role == FileRole.Copies ? ("G-73", "抄送机关") : ("G-75", "印发机关和印发日期");
            if (Math.Abs(row.Size - Typesetting.Millimetres.SizeFour) > 0.5)
                yield return At(Broken(rule, $"{name}的字号不是4号。", Points(Math.Round(row.Size, 1)), "4号（14磅）"), row.First);
            if (WrongFamilyIn(row.First.Glyphs, FontRole.FangSong) is { } family)
                yield return At(Broken(rule, $"{name}的字体不是仿宋体。", family, "仿宋体"), row.First);
            if (row.First.Left - LayoutProfile.Left is var left && left is < 4.2 or > 6.4)
                yield return At(Broken(rule, $"{name}没有左空一字。", Millimetres(left), "1字（4.9至5.6 mm）"), row.First);
        }

        // A list of several rows ends with its last.
        if (rows.FirstOrDefault(row => row.Role == FileRole.Copies) is { } copies && LastOfCopies(copies) is { } last && last.Text[^1] != '。')
            yield return At(Broken("G-73", "抄送机关末尾没有句号。", last.Text[^1..], "。"), last);
        if (PdfHeadRules.IsLetter(file))
            yield break;
        var page = rows[^1].Last.Page;
        var sheet = file.Sheets[page - 1];
        var lines = sheet.Lines.Where(line => line is { IsRed: false, Length: > 100 } && line.Y > rows.Where(row => row.First.Page == page).Min(row => row.First.Top) - 12).OrderBy(line => line.Y).ToList();
        if (lines.Count == 0)
        {
            yield return At(Broken("G-72", "版记没有分隔线。", "无", "首条、末条和各要素之间的分隔线"), rows[^1].Last);
            yield break;
        }

        if (Math.Abs(lines[^1].Y - LayoutProfile.Bottom) > 1.2)
            yield return At(Broken("G-70", "版记最后一条分隔线没有与版心下边缘重合。", $"距上页边{Millimetres(lines[^1].Y)}", "262 mm±1 mm"), rows[^1].Last);
        if (lines.FirstOrDefault(line => Math.Abs(line.Length - LayoutProfile.TypeAreaWidth) > 1.5) is { } narrow)
            yield return At(Broken("G-72", "版记分隔线与版心不等宽。", Millimetres(narrow.Length), "156 mm±1 mm"), rows[^1].Last);
        if (lines is [var firstLine, .., var lastLine] && new[] { firstLine, lastLine }.FirstOrDefault(line => line.Thickness is < 0.28 or > 0.47) is { } weight)
            yield return At(Broken("G-72", "版记首条、末条分隔线的粗细与推荐值不同。", $"{weight.Thickness.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} mm", "0.35 mm", RuleStrength.Recommended), rows[^1].Last);
        if (page % 2 == 1)
            yield return At(Broken("G-71", "版记不在偶数页。", $"第{page}页", "偶数页"), rows[^1].Last);
    }

    private PdfRow? LastOfCopies(PdfParagraph copies)
    {
        var sheet = file.SheetOf(copies.First);
        var issue = file.Of(FileRole.Issue).FirstOrDefault(row => row.First.Page == copies.First.Page)?.First.Baseline ?? double.MaxValue;
        return sheet.Rows.LastOrDefault(row => row.Baseline >= copies.First.Baseline && row.Baseline < issue - 1);
    }

    private IEnumerable<Finding> Numbers()
    {
        var numbered = file.Sheets.Where(sheet => sheet is { PageNumber: not null, IsTurned: false, IsLandscape: false }).ToList();
        if (numbered.Count == 0)
        {
            if (file.Sheets.Any(sheet => sheet is { IsTurned: false, Rows.Count: > 0 }) && !(PdfHeadRules.IsLetter(file) && file.Sheets.Count <= 2))
                yield return Broken("G-80", "没有页码。", "无", "4号半角宋体阿拉伯数字，如“— 1 —”") with { Page = 1 };
            yield break;
        }

        foreach (var sheet in numbered)
        {
            var row = sheet.PageNumber!;
            if (Math.Abs(row.Size - Typesetting.Millimetres.SizeFour) > 0.5)
                yield return On(sheet, Broken("G-80", "页码字号不是4号。", Points(Math.Round(row.Size, 1)), "4号（14磅）"));
            if (row.Glyphs.Where(glyph => glyph.Text.Length > 0 && char.IsDigit(glyph.Text[0])).Select(glyph => glyph.Font).FirstOrDefault() is { } font && FontFamilies.RoleOf(font) is var role && role != FontRole.Song && (role is not null || font.Contains("Times", StringComparison.OrdinalIgnoreCase)))
                yield return On(sheet, Broken("G-80", "页码字体不是宋体。", FontFamilies.Plain(font), "宋体"));
            if (!row.Text.StartsWith('—') || !row.Text.EndsWith('—'))
                yield return On(sheet, Broken("G-80", "页码左右没有一字线。", row.Text, "— 1 —"));
            var dash = row.Glyphs.Where(glyph => glyph.Text == "—").Select(glyph => (glyph.InkTop + glyph.InkBottom) / 2).DefaultIfEmpty(row.Baseline - row.Em / 3).First();
            if (Math.Abs(dash - 269) > 1.5)
                yield return On(sheet, Broken("G-81", "页码的一字线不在版心下边缘之下7 mm处。", $"距版心下边缘{Millimetres(dash - LayoutProfile.Bottom)}", "7 mm±1 mm"));
            var number = int.TryParse(string.Concat(row.Text.Where(char.IsAsciiDigit)), out var value) ? value : sheet.Number;
            if (number % 2 == 1 && Math.Abs(row.Right - LayoutProfile.Right + Cell) > 2.2)
                yield return On(sheet, Broken("G-82", "单页码没有居右空一字。", Math.Abs(row.Middle - 106) < 4 ? "居中" : $"距版心右边缘{Millimetres(LayoutProfile.Right - row.Right)}", "居右空一字（5.6 mm）"));
            if (number % 2 == 0 && Math.Abs(row.Left - LayoutProfile.Left - Cell) > 2.2)
                yield return On(sheet, Broken("G-82", "双页码没有居左空一字。", Math.Abs(row.Middle - 106) < 4 ? "居中" : $"距版心左边缘{Millimetres(row.Left - LayoutProfile.Left)}", "居左空一字（5.6 mm）"));
        }

        static Finding On(PdfSheet sheet, Finding finding) => finding with { Page = sheet.Number, Text = sheet.PageNumber!.Text };
    }
}
