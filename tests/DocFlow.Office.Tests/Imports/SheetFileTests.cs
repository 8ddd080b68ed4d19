using System.Text;
using DocFlow.Office.Imports;

namespace DocFlow.Office.Tests.Imports;

/// <summary>Lists as people bring them: what is read, and what is refused with a clear line.</summary>
[Trait("Journey", "J17")]
public sealed class SheetFileTests
{
    [Fact]
    public void Texts_numbers_days_and_empty_cells_are_read_as_they_are_shown()
    {
        var rows = SheetFile.Read(SheetBuilder.Write(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>0.30000000000000004</v></c><c r=\"C3\" s=\"1\"><v>46380</v></c><c r=\"D3\" s=\"2\"><v>46380.75</v></c><c r=\"E3\" s=\"3\"><v>46380</v></c><c r=\"F3\" t=\"b\"><v>1</v></c><c r=\"AA3\" t=\"inlineStr\"><is><t> 末 </t></is></c></row>",
            texts: "<si><t>问题</t></si><si><r><t>责任</t></r><r><t>单位</t></r><rPh sb=\"0\" eb=\"1\"><t>zr</t></rPh></si>"));

        Assert.Equal([(1, "A1", "问题"), (1, "B1", "责任单位"), (3, "A3", "0.3"), (3, "C3", "2026-12-24"), (3, "D3", "2026-12-24"), (3, "E3", "46380"), (3, "F3", "是"), (3, "AA3", "末")],
            rows.SelectMany(row => row.Cells.Values.Select(cell => (row.Number, cell.Place, cell.Text))));
    }

    [Fact]
    public void The_first_sheet_that_is_shown_is_read() => Assert.Single(SheetFile.Read(SheetBuilder.Write(
        SheetBuilder.Row(1, "问题"), sheets: "<sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"新\" sheetId=\"2\" r:id=\"rId2\"/>")));

    [Fact]
    public void Formulas_errors_and_merged_cells_are_named_with_their_cell()
    {
        var rows = SheetFile.Read(SheetBuilder.Write(
            SheetBuilder.Row(1, "问题", "单位") + "<row r=\"2\"><c r=\"A2\"><f>B2+1</f><v>3</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>" + SheetBuilder.Row(3, "甲", "一县") + SheetBuilder.Row(4, "乙"),
            "<mergeCells count=\"1\"><mergeCell ref=\"B3:B4\"/></mergeCells>"));

        Assert.Equal(
            [("A2", "是公式，请选择性粘贴为“数值”后再导入"), ("B2", "是错误值“#N/A”，请改正后再导入"), ("B3", "在合并单元格B3:B4中，请取消合并并逐格填写后再导入"), ("B4", "在合并单元格B3:B4中，请取消合并并逐格填写后再导入")],
            rows.SelectMany(row => row.Cells.Values).Where(cell => cell.Problem is not null).Select(cell => (cell.Place, cell.Problem!)));
    }

    [Fact]
    public void A_million_rows_are_refused_before_they_are_read()
    {
        var rows = new StringBuilder();
        for (var number = 1; number <= 1_000_000; number++)
            rows.Append("<row><c><v>1</v></c></row>");

        Refused(SheetBuilder.Write(rows.ToString()), "表中超过2000行，没有导入");
    }

    [Fact]
    public void What_is_no_list_is_refused()
    {
        Refused([], "文件是空的");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "旧版 .xls 或加密的文件");
        Refused([.. "PK\u0003\u0004 broken"u8], "打不开或已损坏");
        Refused(Encoding.Unicode.GetBytes("问题,单位"), "不是 .xlsx，也不是 UTF-8 编码的 .csv");
        // 问题 in GBK.
        Refused([0xCE, 0xCA, 0xCC, 0xE2, (byte)','], "不是 UTF-8 编码（可能是 GBK）");
        Refused([.. "问题\n\"没有完"u8], "引号没有配对");
        Refused(SheetBuilder.Write("<row><c t=\"s\"><v>7</v></c></row>"), "打不开或已损坏");
        Refused(SheetBuilder.Write("<!DOCTYPE x [<!ENTITY a \"b\">]><row/>"), "打不开或已损坏");
        Refused(SheetBuilder.Write("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), "超过100列");
    }

    [Fact]
    public void Comma_separated_values_may_hold_commas_line_ends_and_quotation_marks() =>
        Assert.Equal(["问题", "单位", "甲,乙\n丙\"丁\"", "一县"], SheetFile.Read([.. "\uFEFF问题,单位\r\n\"甲,乙\n丙\"\"丁\"\"\",一县\r\n"u8]).SelectMany(row => row.Cells.Values.Select(cell => cell.Text)));

    private static void Refused(byte[] content, string reason) => Assert.Contains(reason, Assert.Throws<RefusalException>(() => SheetFile.Read(content)).Message, StringComparison.Ordinal);
}
