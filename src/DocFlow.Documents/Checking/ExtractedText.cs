using System.IO.Compression;
using System.Xml;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DocFlow.Documents.Checking;

/// <summary>The rows or paragraphs of a Word or PDF file, for the rules that concern text.</summary>
public static class ExtractedText
{
    private const long LargestPart = 64 * 1024 * 1024;
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The text rules' findings, with the paragraph's or row's number as line.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<string> lines) =>
        [.. lines.SelectMany((line, index) => TextRules.CheckText(line, index + 1))];

    /// <summary>The paragraphs of a .docx.</summary>
    /// <exception cref="UnreadableFileException">Not a .docx, with macros, or too large unpacked.</exception>
    public static IReadOnlyList<string> OfWord(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new UnreadableFileException("文件带有宏，不予打开。请另存为不含宏的 .docx。");
            var entry = archive.GetEntry("word/document.xml") ?? throw new UnreadableFileException("不是 Word 文件（.docx）。");
            if (entry.Length > LargestPart)
                throw new UnreadableFileException($"文件展开后超过上限{LargestPart / 1024 / 1024} MB，不予打开。");
            using var stream = entry.Open();
            return ReadParagraphs(stream);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            throw new UnreadableFileException("不是 Word 文件（.docx），或文件已损坏。");
        }
    }

    /// <summary>The rows of a PDF, from top to bottom.</summary>
    /// <exception cref="UnreadableFileException">Not a PDF, encrypted, or without a text layer.</exception>
    public static IReadOnlyList<string> OfPdf(string path)
    {
        try
        {
            using var document = PdfDocument.Open(path);
            var rows = document.GetPages().SelectMany(RowsOf).ToList();
            return rows.Count > 0 ? rows : throw new UnreadableFileException("没有文字层（可能是扫描件），无法检查。");
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or IOException or OutOfMemoryException))
        {
            throw new UnreadableFileException("不是 PDF 文件，或文件已加密、损坏。");
        }
    }

    private static IEnumerable<string> RowsOf(Page page) =>
        page.Letters
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
            .OrderByDescending(row => row.Key)
            .Select(row => string.Concat(row.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)));

    private static List<string> ReadParagraphs(Stream stream)
    {
        var paragraphs = new List<string>();
        var text = new System.Text.StringBuilder();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestPart });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && reader.NamespaceURI == WordNamespace && !reader.IsEmptyElement)
            {
                reader.Read();
                text.Append(reader.Value);
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "p" && reader.NamespaceURI == WordNamespace)
            {
                paragraphs.Add(text.ToString());
                text.Clear();
            }
        }

        return paragraphs;
    }
}
