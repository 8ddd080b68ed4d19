using System.Text;
using System.Xml.Linq;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Source;

/// <summary>
/// The text of an annex (附件) that somebody wrote in Word, as a source has it: a line a paragraph with the number that Word counts, “|…|” lines for
/// a table, “[页]” where a page was begun. Fonts and measures are the format's own. What a text can't have is never dropped in silence: the file is refused.
/// </summary>
public static class WordAnnex
{
    /// <summary>The end of a Word file's name.</summary>
    public const string Extension = ".docx";

    private const int MostLines = 50_000;

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, too large unpacked, or with pictures, merged cells or the like; the message says which.</exception>
    public static string TextOf(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = WordFileReader.Read(stream);
        Refuse(file);
        var tables = FileTables.Of(file).ToDictionary(rows => rows[0].Place);
        var text = new StringBuilder();
        var lines = 0;
        for (var index = 0; index < file.Paragraphs.Count; index++)
        {
            var paragraph = file.Paragraphs[index];
            if (++lines > MostLines)
                throw new UnreadableFileException($"Word 文件超过{MostLines}行，请拆分后再用。");
            if (paragraph.StartsPage && text.Length > 0)
                text.Append("[页]\n");
            if (tables.TryGetValue(index, out var rows))
            {
                foreach (var (_, cells) in rows)
                    text.Append("| ").AppendJoin(" | ", cells.Select(Cell)).Append(" |\n");
            }
            else if (!paragraph.IsInTable && !paragraph.IsBlank)
            {
                text.Append(Line(paragraph.Marker + paragraph.Text)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Refuse(WordFile file)
    {
        var body = file.Document.Root!.Element(WordNames.W + "body")!;
        var lost = new List<string>();
        void Count(string what, Func<XElement, bool> isLost)
        {
            if (body.Descendants().Count(isLost) is > 0 and var count)
                lost.Add($"{what}{count}处");
        }

        Count("图片或图形", element => element.Name == WordNames.W + "drawing" || element.Name == WordNames.W + "pict" || element.Name == WordNames.W + "object");
        Count("合并的单元格", element => element.Name == WordNames.W + "vMerge" || element.Name == WordNames.W + "gridSpan" && element.Attribute(WordNames.Value)?.Value != "1");
        Count("表格中的表格", element => element.Name == WordNames.W + "tbl" && element.Ancestors(WordNames.W + "tc").Any());
        Count("脚注或尾注", element => element.Name == WordNames.W + "footnoteReference" || element.Name == WordNames.W + "endnoteReference");
        Count("公式", element => element.Name.LocalName == "oMath");
        if (file.HasRevisions)
            lost.Add("未接受的修订");
        if (file.HasUnknownNumbers)
            lost.Add("不能识别的自动编号");
        if (lost.Count > 0)
            throw new UnreadableFileException($"Word 文件中有{string.Join('、', lost)}，不能排入附件；请先改为文字和普通表格，或单独随文印发。");
    }

    // What a source would take for a table, a page or its head is a text here.
    private static string Line(string text)
    {
        text = Flat(text);
        return text.StartsWith('|') ? "｜" + text[1..] : text is "[页]" or DocumentSource.Fence ? $"“{text}”" : text;
    }

    private static string Cell(string text) => Flat(text).Replace('|', '｜');

    private static string Flat(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
