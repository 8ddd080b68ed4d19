using System.Globalization;
using System.Xml;

namespace DocFlow.Office.Imports;

/// <summary>Reads a sheet's rows.</summary>
internal sealed class SheetReader(WorkbookParts book)
{
    private static readonly DateTime Start1900 = new(1899, 12, 30);
    private static readonly DateTime Start1904 = new(1904, 1, 1);

    public IReadOnlyList<SheetRow> Read(XmlReader reader)
    {
        var rows = new List<SheetRow>();
        var merged = new List<string>();
        var number = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "mergeCell")
                merged.Add(reader.GetAttribute("ref") ?? "");
            if (reader.LocalName != "row")
                continue;
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            using var row = reader.ReadSubtree();
            if (Cells(row, number) is { Count: > 0 } cells)
                rows.Add(new SheetRow(number, cells));
            if (rows.Count > SheetFile.MostRows)
                throw SheetFile.TooManyRows();
        }

        return Marked(rows, merged);
    }

    private Dictionary<int, SheetCell> Cells(XmlReader row, int number)
    {
        var cells = new Dictionary<int, SheetCell>();
        var column = 0;
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            column = row.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
            if (SheetFile.IsTooWide(column))
                throw SheetFile.TooManyColumns();
            var (type, style) = (row.GetAttribute("t"), row.GetAttribute("s"));
            using var cell = row.ReadSubtree();
            if (CellOf(cell, SheetFile.PlaceOf(column, number), type, style) is { } read)
                cells[column] = read;
        }

        return cells;
    }

    private SheetCell? CellOf(XmlReader cell, string place, string? type, string? style)
    {
        var (value, isFormula) = ("", false);
        cell.Read();
        while (!cell.EOF)
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = cell.ReadElementContentAsString();
                continue;
            }

            isFormula |= cell is { NodeType: XmlNodeType.Element, LocalName: "f" };
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                using var text = cell.ReadSubtree();
                value = WorkbookParts.TextOf(text);
            }

            cell.Read();
        }

        if (isFormula)
            return new SheetCell(place, value, "是公式，请选择性粘贴为“数值”后再导入");
        if (type == "e")
            return new SheetCell(place, value, $"是错误值“{value}”，请改正后再导入");
        var shown = Shown(value, type, style).Trim();
        return shown.Length == 0 ? null : new SheetCell(place, shown);
    }

    private string Shown(string value, string? type, string? style)
    {
        if (value.Length == 0)
            return value;
        switch (type)
        {
            case "s":
                return book.Texts[int.Parse(value, CultureInfo.InvariantCulture)];
            case "b":
                return value == "1" ? "是" : "否";
            case "str" or "inlineStr":
                return value;
            case "d":
                return value.Split('T')[0];
        }

        var number = double.Parse(value, CultureInfo.InvariantCulture);
        if (style is not null && book.DayFormats.Contains(int.Parse(style, CultureInfo.InvariantCulture)))
            return (book.CountsFrom1904 ? Start1904 : Start1900).AddDays(Math.Floor(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // As the sheet shows it, not as the processor keeps it: 0.1 + 0.2.
        return ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    // What stands only in the first cell of a merged range isn't known of the others.
    private static List<SheetRow> Marked(List<SheetRow> rows, List<string> merged)
    {
        foreach (var range in merged.Select(range => range.Split(':')).Where(range => range.Length == 2))
        {
            var ((left, top), (right, bottom)) = (Place(range[0]), Place(range[1]));
            foreach (var (row, index) in rows.Select((row, index) => (row, index)).Where(pair => pair.row.Number >= top && pair.row.Number <= bottom).ToList())
            {
                var cells = new Dictionary<int, SheetCell>(row.Cells);
                for (var column = left; column <= Math.Min(right, left + 100); column++)
                {
                    var place = SheetFile.PlaceOf(column, row.Number);
                    cells[column] = new SheetCell(place, cells.GetValueOrDefault(column)?.Text ?? "", $"在合并单元格{range[0]}:{range[1]}中，请取消合并并逐格填写后再导入");
                }

                rows[index] = row with { Cells = cells };
            }
        }

        return rows;
    }

    private static (int Column, int Row) Place(string place) =>
        (ColumnOf(place), int.Parse(place.AsSpan(place.IndexOfAny([.. "0123456789"])), NumberStyles.None, CultureInfo.InvariantCulture));

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        return column;
    }
}
