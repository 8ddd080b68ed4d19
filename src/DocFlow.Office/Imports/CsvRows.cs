using System.Text;

namespace DocFlow.Office.Imports;

/// <summary>Rows of comma-separated values; a value in quotation marks may hold commas, line ends and doubled quotation marks.</summary>
internal static class CsvRows
{
    private const char Quote = '"';

    public static List<SheetRow> Read(string text)
    {
        var rows = new List<SheetRow>();
        var cells = new Dictionary<int, SheetCell>();
        var value = new StringBuilder();
        var (column, number, isQuoted) = (1, 1, false);
        for (var index = 0; index <= text.Length; index++)
        {
            var character = index < text.Length ? text[index] : '\n';
            if (index == text.Length && isQuoted)
                throw RefusalException.Invalid($"第{number}行的引号没有配对，没有导入。请检查后重试。");
            if (isQuoted && character == Quote && index + 1 < text.Length && text[index + 1] == Quote)
                value.Append(text[++index]);
            else if (character == Quote && (isQuoted || value.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted || character is not (',' or '\n' or '\r'))
                value.Append(character);
            else if (character == ',')
                EndCell();
            else if (character == '\n')
                EndRow();
        }

        return rows;

        void EndCell()
        {
            if (SheetFile.IsTooWide(column))
                throw SheetFile.TooManyColumns();
            if (value.ToString().Trim() is { Length: > 0 } given)
                cells[column] = new SheetCell(SheetFile.PlaceOf(column, number), given);
            value.Clear();
            column++;
        }

        void EndRow()
        {
            EndCell();
            if (cells.Count > 0)
                rows.Add(new SheetRow(number, cells));
            if (rows.Count > SheetFile.MostRows)
                throw SheetFile.TooManyRows();
            (cells, column, number) = ([], 1, number + 1);
        }
    }
}
