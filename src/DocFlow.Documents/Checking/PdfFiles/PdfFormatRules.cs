using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfHeadRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-111 and G-121: orders' numbers and text, and the lists of minutes.</summary>
internal sealed class PdfFormatRules(PdfFile file)
{
    private const double Axis = (LayoutProfile.Left + LayoutProfile.Right) / 2;
    private const int LabelLength = 2;

    public IEnumerable<Finding> Check() => [.. Order(), .. Once(Attendance())];

    private IEnumerable<Finding> Order()
    {
        if (file.Of(FileRole.OrderNumber).FirstOrDefault()?.First is not { Page: 1 } number || file.Of(FileRole.Mark).LastOrDefault() is not { } mark)
            yield break;
        if (Math.Abs(number.Middle - Axis) > 1.5)
            yield return At(Broken("G-111", "令号没有居中。", $"中线距左页边{Millimetres(number.Middle)}", "106 mm±1 mm"), number);
        // From the mark's ink: its type is large.
        if (number.Top - mark.Last.InkBottom is var distance && Outside(distance, 2))
            yield return At(Broken("G-111", "令号与发文机关标志的距离不合规定。", Millimetres(distance), "空二行（20.8 mm±1.5 mm）"), number);
        if (file.Of(FileRole.Body).FirstOrDefault()?.First is { Page: 1 } body && Gap(number, body, 2) is { } gap)
            yield return At(Broken("G-111", "正文与令号的距离不合规定。", gap, "空二行（20.8 mm±1.5 mm）"), body);
    }

    private IEnumerable<Finding> Attendance()
    {
        foreach (var list in file.Of(FileRole.Attendance))
        {
            var row = list.First;
            if (WrongFamilyIn(row.Glyphs.Take(LabelLength), FontRole.Hei) is { } family)
                yield return At(Broken("G-121", "“出席”“请假”“列席”的字体不是黑体。", family, "黑体"), row);
            if (WrongFamilyIn(row.Glyphs.Skip(LabelLength + 1), FontRole.FangSong) is { } named)
                yield return At(Broken("G-121", "出席、请假、列席人员的字体不是仿宋体。", named, "仿宋体"), row);
            if (Math.Abs(row.Left - LayoutProfile.Left - 2 * LayoutProfile.CellWidth) > 1.2)
                yield return At(Broken("G-121", "出席、请假、列席没有左空二字。", Millimetres(row.Left - LayoutProfile.Left), "2字（11.1 mm）"), row);
        }
    }
}
