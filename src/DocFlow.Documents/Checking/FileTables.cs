using DocFlow.Documents.Checking.PdfFiles;
using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Checking;

/// <summary>The tables of a file as rows of cells, each row with the index of the paragraph that it starts with.</summary>
internal static class FileTables
{
    public static IReadOnlyList<IReadOnlyList<(int Place, IReadOnlyList<string> Cells)>> Of(WordFile file)
    {
        var places = file.Paragraphs.Select((paragraph, index) => (paragraph.Element, index)).ToDictionary(item => item.Element, item => item.index);
        return
        [
            .. file.Document.Descendants(WordNames.W + "tbl").Select(table => (IReadOnlyList<(int, IReadOnlyList<string>)>)
            [
                .. table.Elements(WordNames.W + "tr")
                    .Select(row => row.Elements(WordNames.W + "tc").Select(cell => cell.Descendants(WordNames.Paragraph).Where(places.ContainsKey).ToList()).ToList())
                    .Where(cells => cells.Count > 0 && cells[0].Count > 0)
                    .Select(cells => (places[cells[0][0]], (IReadOnlyList<string>)[.. cells.Select(cell => string.Concat(cell.Select(paragraph => file.Paragraphs[places[paragraph]].Text)))])),
            ]),
        ];
    }

    // Cells are what stands apart in a row; rows of a table follow each other.
    public static IReadOnlyList<IReadOnlyList<(int Place, IReadOnlyList<string> Cells)>> Of(PdfFile file)
    {
        var tables = new List<IReadOnlyList<(int, IReadOnlyList<string>)>>();
        var rows = new List<(int, IReadOnlyList<string>)>();
        for (var index = 0; index <= file.Paragraphs.Count; index++)
        {
            if (index < file.Paragraphs.Count && file.Paragraphs[index].IsInTable)
            {
                rows.Add((index, file.Paragraphs[index].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                continue;
            }

            if (rows.Count > 0)
                tables.Add(rows);
            rows = [];
        }

        return tables;
    }
}
