using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>The parts of a .docx, opened with limits: nothing is executed, no external part is read, no entity resolved.</summary>
internal sealed class WordArchive
{
    private const long LargestPart = 32 * 1024 * 1024;
    private const int MostEntries = 4000;
    private const string NotWord = "不是 Word 文件（.docx）";

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    private readonly Dictionary<string, XDocument> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WordArchive(XDocument document) => Document = document;

    /// <summary>word/document.xml</summary>
    public XDocument Document { get; }

    /// <summary>A part other than the text; null when the file has none.</summary>
    /// <param name="name">Its path in the archive.</param>
    public XElement? Part(string name) => _parts.GetValueOrDefault(name)?.Root;

    public IReadOnlyDictionary<string, XDocument> Footers => _parts.Where(part => part.Key.StartsWith("word/footer", StringComparison.Ordinal)).ToDictionary();

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static WordArchive Open(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        var isCompound = file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual(CompoundFile);
        if (isCompound)
            throw new UnreadableFileException("文件已加密，或是旧版 .doc 格式，无法检查。请去掉密码、另存为 .docx 后重试。");
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Read(archive);
        }
        catch (XmlException exception) when (exception.Message.Contains(nameof(XmlReaderSettings.MaxCharactersInDocument), StringComparison.Ordinal))
        {
            throw TooLarge();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException or ArgumentException or EndOfStreamException)
        {
            throw new UnreadableFileException(NotWord + "，或文件已损坏。");
        }
    }

    private static WordArchive Read(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw TooLarge();
        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableFileException("文件带有宏，不予打开。请另存为不含宏的 .docx。");
        var text = archive.GetEntry("word/document.xml") ?? throw new UnreadableFileException(NotWord + "。");
        var document = Load(text);
        if (document.Root?.Name != WordNames.W + "document")
            throw new UnreadableFileException(NotWord + "，或文件已损坏。");
        var word = new WordArchive(document);
        foreach (var entry in archive.Entries.Where(entry => WordNames.IsReadPart(entry.FullName)))
            word._parts.TryAdd(entry.FullName, Load(entry));
        return word;
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestPart)
            throw TooLarge();
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static UnreadableFileException TooLarge() => new($"文件展开后超过上限{LargestPart / 1024 / 1024} MB，不予打开。");
}
