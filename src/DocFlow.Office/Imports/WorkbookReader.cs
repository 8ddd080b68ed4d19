using System.IO.Compression;
using System.Xml;

namespace DocFlow.Office.Imports;

/// <summary>Reads the first visible sheet of an .xlsx, row by row, so that a sheet of a million rows is refused before it is read.</summary>
internal static class WorkbookReader
{
    private const long MostCharacters = 200_000_000;

    public static IReadOnlyList<SheetRow> Read(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var book = WorkbookParts.Of(archive);
            using var sheet = Open(archive, book.SheetPath) ?? throw Broken();
            return new SheetReader(book).Read(sheet);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException)
        {
            throw Broken();
        }
    }

    /// <summary>A part, without entities and within a limit whatever it unpacks to; null when there is none.</summary>
    public static XmlReader? Open(ZipArchive archive, string path) => archive.GetEntry(path) is { } entry
        ? XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, CloseInput = true })
        : null;

    public static RefusalException Broken() => RefusalException.Invalid("这个 .xlsx 打不开或已损坏，没有导入。请用表格软件打开后另存，再导入。");
}
