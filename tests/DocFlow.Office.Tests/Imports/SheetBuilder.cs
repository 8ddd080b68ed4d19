using System.IO.Compression;
using System.Text;

namespace DocFlow.Office.Tests.Imports;

/// <summary>Writes an .xlsx part by part, also such as no program should.</summary>
internal static class SheetBuilder
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <param name="rows">The rows' XML.</param>
    /// <param name="after">What follows the rows, such as merged cells.</param>
    public static byte[] Write(string rows, string after = "", string texts = "", string? sheets = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{sheets ?? "<sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/>"}</sheets></workbook>");
            Put(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
            Put(archive, "xl/styles.xml", $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>");
            Put(archive, "xl/sharedStrings.xml", $"<sst {Main}>{texts}</sst>");
            foreach (var name in sheets is null ? ["sheet1"] : new[] { "sheet1", "sheet2" })
                Put(archive, $"xl/worksheets/{name}.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData>{after}</worksheet>");
        }

        return stream.ToArray();
    }

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((text, index) => $"<c r=\"{(char)('A' + index)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    private static void Put(ZipArchive archive, string path, string xml)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
