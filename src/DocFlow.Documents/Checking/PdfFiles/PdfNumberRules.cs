using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-77 and G-80 to G-84: page numbers.</summary>
internal sealed class PdfNumberRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;
    private const double DashHeight = LayoutProfile.Bottom + 7;

    public IEnumerable<Finding> Check()
    {
        var numbered = file.Sheets.Where(sheet => sheet.PageNumber is not null).ToList();
        if (numbered.Count > 0)
            return [.. Once([.. numbered.Where(sheet => sheet is { IsTurned: false, IsLandscape: false }).SelectMany(Looks), .. numbered.SelectMany(Place), .. Sequence(numbered)]), .. Blank(), .. Turned()];
        return file.Sheets.Any(sheet => sheet is { IsTurned: false, Rows.Count: > 0 }) && !(PdfLetterRules.IsLetter(file) && file.Sheets.Count <= 2)
            ? [Broken("G-80", "没有页码。", "无", "4号半角宋体阿拉伯数字，如“— 1 —”") with { Page = 1 }]
            : [];
    }

    private static IEnumerable<Finding> Looks(PdfSheet sheet)
    {
        var row = sheet.PageNumber!;
        if (Math.Abs(row.Size - Typesetting.Millimetres.SizeFour) > 0.5)
            yield return On(sheet, Broken("G-80", "页码字号不是4号。", Points(Math.Round(row.Size, 1)), "4号（14磅）"));
        if (row.Glyphs.Where(glyph => glyph.Text.Length > 0 && char.IsDigit(glyph.Text[0])).Select(glyph => glyph.Font).FirstOrDefault() is { } font && FontFamilies.RoleOf(font) is var role && role != FontRole.Song && (role is not null || font.Contains("Times", StringComparison.OrdinalIgnoreCase)))
            yield return On(sheet, Broken("G-80", "页码字体不是宋体。", FontFamilies.Plain(font), "宋体"));
        if (!row.Text.StartsWith('—') || !row.Text.EndsWith('—'))
            yield return On(sheet, Broken("G-80", "页码左右没有一字线。", row.Text, "— 1 —"));
    }

    // On a turned page it stands where the upright ones have it.
    private static IEnumerable<Finding> Place(PdfSheet sheet)
    {
        var row = sheet.PageNumber!;
        if (sheet.IsLandscape)
        {
            yield return On(sheet, Broken("G-84", "横排页的页码没有放在竖排时的位置。", "在横排页的下方", "随竖排页的位置，横排后在左侧"));
            yield break;
        }

        var (height, side) = sheet.IsTurned ? ("G-84", "G-84") : ("G-81", "G-82");
        var dash = row.Glyphs.Where(glyph => glyph.Text == "—").Select(glyph => (glyph.InkTop + glyph.InkBottom) / 2).DefaultIfEmpty(row.Baseline - row.Em / 3).First();
        if (Math.Abs(dash - DashHeight) > 1.5)
            yield return On(sheet, Broken(height, "页码的一字线不在版心下边缘之下7 mm处。", $"距版心下边缘{Millimetres(dash - LayoutProfile.Bottom)}", "7 mm±1 mm"));
        var number = NumberOf(sheet);
        if (number % 2 == 1 && Math.Abs(row.Right - LayoutProfile.Right + Cell) > 2.2)
            yield return On(sheet, Broken(side, "单页码没有居右空一字。", Math.Abs(row.Middle - 106) < 4 ? "居中" : $"距版心右边缘{Millimetres(LayoutProfile.Right - row.Right)}", "居右空一字（5.6 mm）"));
        if (number % 2 == 0 && Math.Abs(row.Left - LayoutProfile.Left - Cell) > 2.2)
            yield return On(sheet, Broken(side, "双页码没有居左空一字。", Math.Abs(row.Middle - 106) < 4 ? "居中" : $"距版心左边缘{Millimetres(row.Left - LayoutProfile.Left)}", "居左空一字（5.6 mm）"));
    }

    // What is bound apart counts anew.
    private IEnumerable<Finding> Sequence(List<PdfSheet> numbered)
    {
        foreach (var (before, sheet) in numbered.Zip(numbered.Skip(1)))
        {
            var (wanted, number) = (NumberOf(before) + sheet.Number - before.Number, NumberOf(sheet));
            if (number != wanted && !(number == 1 && file.Of(FileRole.AnnexLabel).Any(label => label.First.Page == sheet.Number && label.Text.Contains('〔', StringComparison.Ordinal))))
                yield return On(sheet, Broken("G-83", "页码不连续。", number.ToString(System.Globalization.CultureInfo.InvariantCulture), wanted.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private IEnumerable<Finding> Blank()
    {
        foreach (var sheet in file.Sheets.Where(sheet => sheet is { Rows.Count: 0, Pictures.Count: 0 }))
        {
            if (sheet.PageNumber is not null)
                yield return On(sheet, Broken("G-77", "空白页编了页码。", sheet.PageNumber.Text, "空白页和其后的版记页都不编页码"));
            else if (sheet.Number < file.Sheets.Count && file.Sheets[sheet.Number] is { PageNumber: { } row } next && file.Paragraphs.FirstOrDefault(paragraph => paragraph.First.Page == next.Number)?.Role is FileRole.Copies or FileRole.Issue)
                yield return On(next, Broken("G-77", "空白页之后的版记页编了页码。", row.Text, "空白页和其后的版记页都不编页码"));
        }
    }

    private IEnumerable<Finding> Turned() => Once(file.Sheets.Where(sheet => sheet is { IsTurned: true, PageNumber: null, Rows.Count: > 0 })
        .Select(sheet => Broken("G-84", "横排页没有页码，或页码没有放在竖排时的位置。", "无", "与竖排页的页码位置相同") with { Page = sheet.Number }));

    private static int NumberOf(PdfSheet sheet) => int.TryParse(string.Concat(sheet.PageNumber!.Text.Where(char.IsAsciiDigit)), out var value) ? value : sheet.Number;

    private static Finding On(PdfSheet sheet, Finding finding) => finding with { Page = sheet.Number, Text = sheet.PageNumber!.Text };
}
