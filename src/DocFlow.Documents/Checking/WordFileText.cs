using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DocFlow.Documents.Checking;

/// <summary>The paragraphs of a .docx, read as a stream with limits: nothing is executed, no external part is opened.</summary>
internal static class WordFileText
{
    private const long LargestPart = 64 * 1024 * 1024;
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string TitleSize = "44";

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static IReadOnlyList<PlacedParagraph> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[4];
            if (file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual(CompoundFile))
                throw new UnreadableFileException("文件已加密，或是旧版 .doc 格式，无法检查。请去掉密码、另存为 .docx 后重试。");
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new UnreadableFileException("文件带有宏，不予打开。请另存为不含宏的 .docx。");
            var entry = archive.GetEntry("word/document.xml") ?? throw new UnreadableFileException("不是 Word 文件（.docx）。");
            if (entry.Length > LargestPart)
                throw TooLarge();
            using var stream = entry.Open();
            return ReadParagraphs(stream);
        }
        catch (XmlException exception) when (exception.Message.Contains(nameof(XmlReaderSettings.MaxCharactersInDocument), StringComparison.Ordinal))
        {
            throw TooLarge();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            throw new UnreadableFileException("不是 Word 文件（.docx），或文件已损坏。");
        }
    }

    private static UnreadableFileException TooLarge() => new($"文件展开后超过上限{LargestPart / 1024 / 1024} MB，不予打开。");

    private static List<PlacedParagraph> ReadParagraphs(Stream stream)
    {
        var paragraphs = new List<PlacedParagraph>();
        var text = new StringBuilder();
        var isTitle = false;
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestPart });
        while (reader.Read())
        {
            if (reader.NamespaceURI != WordNamespace)
                continue;
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "t" when !reader.IsEmptyElement:
                        reader.Read();
                        text.Append(reader.Value);
                        break;
                    case "pStyle":
                        isTitle |= reader.GetAttribute("val", WordNamespace) is "GwTitle" or "Title";
                        break;
                    case "sz":
                        isTitle |= reader.GetAttribute("val", WordNamespace) == TitleSize;
                        break;
                }
            }

            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
            {
                paragraphs.Add(new PlacedParagraph(text.ToString().Trim(), [(0, null, paragraphs.Count + 1)], isTitle));
                text.Clear();
                isTitle = false;
            }
        }

        return paragraphs;
    }
}
