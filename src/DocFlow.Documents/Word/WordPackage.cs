using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>The parts of a .docx around its text. Times and ids are fixed: the same input gives the same bytes.</summary>
internal static class WordPackage
{
    public const string XmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string PackageRelationships = XmlHead
        + $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    private static readonly string Settings = XmlHead
        + $"<w:settings {Namespaces}><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:noLineBreaksAfter w:lang=\"zh-CN\" w:val=\"{WordXml.Escape(BreakRules.NeverAtRowEnd)}\"/><w:noLineBreaksBefore w:lang=\"zh-CN\" w:val=\"{WordXml.Escape(BreakRules.NeverAtRowStart)}\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";

    public static void Write(OfficialDocument document, WordXml documentXml, IReadOnlyList<(string Id, string Part, byte[] Content)> pictures, Stream target, string? comments = null)
    {
        var footers = Footers.PartsFor(document);
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", ContentTypes(footers, pictures.Count > 0, comments is not null));
        Add(archive, "_rels/.rels", PackageRelationships);
        Add(archive, "docProps/core.xml", Core(document));
        using (var entry = Open(archive, "word/document.xml"))
            documentXml.CopyTo(entry);
        Add(archive, "word/_rels/document.xml.rels", DocumentRelationships(footers, pictures, comments is not null));
        Add(archive, "word/styles.xml", StylesPart.Xml);
        Add(archive, "word/settings.xml", Settings);
        if (comments is not null)
            Add(archive, "word/comments.xml", comments);
        foreach (var (_, part, xml) in footers)
            Add(archive, "word/" + part, xml);
        foreach (var (_, part, content) in pictures)
            Add(archive, "word/" + part, content);
    }

    private static string ContentTypes(IEnumerable<(string Id, string Part, string Xml)> footers, bool hasPictures, bool hasComments) => XmlHead
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + (hasPictures ? "<Default Extension=\"png\" ContentType=\"image/png\"/>" : "")
        + $"<Override PartName=\"/word/document.xml\" ContentType=\"{WordType}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{WordType}.styles+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{WordType}.settings+xml\"/>"
        + (hasComments ? $"<Override PartName=\"/word/comments.xml\" ContentType=\"{WordType}.comments+xml\"/>" : "")
        + string.Concat(footers.Select(footer => $"<Override PartName=\"/word/{footer.Part}\" ContentType=\"{WordType}.footer+xml\"/>"))
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static string DocumentRelationships(IEnumerable<(string Id, string Part, string Xml)> footers, IEnumerable<(string Id, string Part, byte[] Content)> pictures, bool hasComments) => XmlHead
        + $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{Relationships}/settings\" Target=\"settings.xml\"/>"
        + (hasComments ? $"<Relationship Id=\"rIdComments\" Type=\"{Relationships}/comments\" Target=\"comments.xml\"/>" : "")
        + string.Concat(footers.Select(footer => $"<Relationship Id=\"{footer.Id}\" Type=\"{Relationships}/footer\" Target=\"{footer.Part}\"/>"))
        + string.Concat(pictures.Select(picture => $"<Relationship Id=\"{picture.Id}\" Type=\"{Relationships}/image\" Target=\"{picture.Part}\"/>"))
        + "</Relationships>";

    private static string Core(OfficialDocument document)
    {
        var title = WordXml.Escape(document.Title.Replace("/", "", StringComparison.Ordinal));
        var issuers = WordXml.Escape(string.Join('，', document.Issuers));
        return XmlHead + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{title}</dc:title><dc:creator>{issuers}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>";
    }

    private static void Add(ZipArchive archive, string name, string content) => Add(archive, name, Encoding.UTF8.GetBytes(content));

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = Open(archive, name);
        stream.Write(content);
    }

    private static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
