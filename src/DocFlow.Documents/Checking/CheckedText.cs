using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>What a document says, from a source or from a file, for rules that look at more than one place.</summary>
/// <param name="Kind">Null when its title names none.</param>
/// <param name="Paragraphs">The running text with the key of each paragraph's place.</param>
/// <param name="Tables">Rows of cells, each row with the key of its place.</param>
internal sealed record CheckedText(DocumentKind? Kind, string Title, string Recipients, string Copies, IReadOnlyList<(int Place, string Text)> Paragraphs, IReadOnlyList<IReadOnlyList<(int Place, IReadOnlyList<string> Cells)>> Tables)
{
    /// <summary>The key of an element's place, where a finding concerns that.</summary>
    public const int AtTitle = -1;
    public const int AtRecipients = -2;
    public const int AtCopies = -3;

    public static CheckedText Of(OfficialDocument document)
    {
        var blocks = document.Body.Concat(document.Annexes.SelectMany(annex => annex.Body)).ToList();
        return new CheckedText(
            document.Kind,
            document.Title.Replace("/", "", StringComparison.Ordinal),
            document.Recipients.Text,
            document.Copies.Text,
            [.. blocks.OfType<Paragraph>().Select(paragraph => (paragraph.SourceLine, paragraph.Text))],
            // Below its head a source's table has a row of dashes.
            [.. blocks.OfType<SimpleTable>().Select(table => (IReadOnlyList<(int, IReadOnlyList<string>)>)[.. table.Rows.Select((row, index) => (table.SourceLine + index + Math.Min(index, 1), row))])]);
    }

    /// <param name="tables">Rows as the file's kind knows them; their places are those of the paragraphs.</param>
    public static CheckedText Of(IReadOnlyList<FileParagraph> paragraphs, IReadOnlyList<IReadOnlyList<(int Place, IReadOnlyList<string> Cells)>> tables)
    {
        var title = string.Concat(paragraphs.Where(paragraph => paragraph.Role == FileRole.Title).Select(paragraph => paragraph.Text));
        DocumentKind? kind = Enum.GetValues<DocumentKind>().Where(kind => title.EndsWith(ChineseNames.Of(kind), StringComparison.Ordinal)).Select(kind => (DocumentKind?)kind).FirstOrDefault();
        return new CheckedText(
            kind,
            title,
            paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Recipients)?.Text.TrimEnd('：', ':') ?? "",
            paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Copies && paragraph.Text.StartsWith('抄'))?.Text is { Length: > 3 } copies ? copies[3..].TrimEnd('。') : "",
            [.. paragraphs.Select((paragraph, index) => (Place: index, paragraph)).Where(item => item.paragraph.Role is FileRole.Body or FileRole.AnnexBody).Select(item => (item.Place, item.paragraph.Text))],
            tables);
    }

    public static IEnumerable<string> NamesIn(string list) =>
        Split(list).Select(name => name.Trim()).Where(name => name.Length > 1);

    // A comma in brackets belongs to a name.
    private static IEnumerable<string> Split(string list)
    {
        var (start, depth) = (0, 0);
        for (var index = 0; index <= list.Length; index++)
        {
            if (index == list.Length || depth == 0 && list[index] is '，' or ',' or '、' or '；')
            {
                yield return list[start..index];
                start = index + 1;
            }
            else if (list[index] is '（' or '(')
            {
                depth++;
            }
            else if (list[index] is '）' or ')')
            {
                depth--;
            }
        }
    }
}
