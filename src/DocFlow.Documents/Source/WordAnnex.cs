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
    private const string NewPage = "[页]";

    // Stands for a page begun within a paragraph; no text of XML can have it.
    private const string PageMark = "\0";

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, too large unpacked, or with pictures, merged cells or the like; the message says which.</exception>
    public static string TextOf(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = WordFileReader.Read(stream);
        Refuse(file);
        var paragraphs = file.Paragraphs.ToDictionary(paragraph => paragraph.Element);
        var lines = new List<string>();
        foreach (var paragraph in file.Paragraphs)
        {
            if (lines.Count > MostLines)
                throw new UnreadableFileException($"Word 文件超过{MostLines}行，请拆分后再用。");
            if (paragraph.StartsPage && lines.Count > 0)
                lines.Add(NewPage);
            if (paragraph.IsInTable)
                lines.AddRange(RowOf(paragraph, paragraphs));
            else
                lines.AddRange(LinesOf(paragraph).Select(line => line == PageMark ? NewPage : Line(line)));
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    // A row stands where its first paragraph does.
    private static IEnumerable<string> RowOf(WordParagraph paragraph, Dictionary<XElement, WordParagraph> paragraphs)
    {
        var row = paragraph.Element.Ancestors(WordNames.W + "tr").First();
        if (row.Descendants(WordNames.Paragraph).First() != paragraph.Element)
            return [];
        var cells = row.Descendants(WordNames.W + "tc").Select(cell => string.Join(' ', cell.Descendants(WordNames.Paragraph).SelectMany(part => LinesOf(paragraphs[part])).Where(line => line != PageMark)));
        return [$"| {string.Join(" | ", cells.Select(cell => Flat(cell).Replace('|', '｜')))} |"];
    }

    // A line that was broken by hand is two; a blank paragraph is none.
    private static IEnumerable<string> LinesOf(WordParagraph paragraph)
    {
        if (paragraph.IsBlank)
            return [];
        var text = new StringBuilder(paragraph.Marker);
        foreach (var part in paragraph.Element.Descendants().Where(part => part.Parent!.Name == WordNames.Run))
        {
            text.Append(part.Name.LocalName switch
            {
                "t" => part.Value,
                "tab" or "ptab" => " ",
                "noBreakHyphen" => "-",
                "br" when part.Attribute(WordNames.W + "type")?.Value is "page" or "column" => $"\n{PageMark}\n",
                "br" or "cr" => "\n",
                _ => "",
            });
        }

        return text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
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

        bool IsOn(XElement element, string name) => element.Name == WordNames.W + name && element.Attribute(WordNames.Value)?.Value is not ("0" or "false" or "off");

        Count("图片或图形", element => element.Name.LocalName is "drawing" or "pict" or "object");
        Count("合并的单元格", element => element.Name.LocalName is "vMerge" or "hMerge" || element.Name == WordNames.W + "gridSpan" && element.Attribute(WordNames.Value)?.Value != "1");
        Count("表格中的表格", element => element.Name == WordNames.W + "tbl" && element.Ancestors(WordNames.W + "tc").Any());
        Count("没有段落的单元格", element => element.Name == WordNames.W + "tc" && !element.Descendants(WordNames.Paragraph).Any());
        Count("脚注或尾注", element => element.Name.LocalName is "footnoteReference" or "endnoteReference");
        Count("公式", element => element.Name.LocalName == "oMath");
        Count("字体符号", element => element.Name == WordNames.W + "sym");
        Count("拼音", element => element.Name == WordNames.W + "ruby");
        Count("隐藏文字", element => IsOn(element, "vanish"));
        Count("嵌入的文件", element => element.Name == WordNames.W + "altChunk");
        if (body.Descendants().Any(element => element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo"))
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
        return text.StartsWith('|') ? "｜" + text[1..] : text is NewPage or DocumentSource.Fence ? $"“{text}”" : text;
    }

    private static string Flat(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
