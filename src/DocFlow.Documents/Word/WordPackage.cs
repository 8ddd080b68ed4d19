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

    private static readonly string ContentTypes = XmlHead
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/word/document.xml\" ContentType=\"{WordType}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{WordType}.styles+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{WordType}.settings+xml\"/>"
        + $"<Override PartName=\"/word/footer1.xml\" ContentType=\"{WordType}.footer+xml\"/><Override PartName=\"/word/footer2.xml\" ContentType=\"{WordType}.footer+xml\"/><Override PartName=\"/word/footer3.xml\" ContentType=\"{WordType}.footer+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static readonly string PackageRelationships = XmlHead
        + $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    private static readonly string DocumentRelationships = XmlHead
        + $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{Relationships}/settings\" Target=\"settings.xml\"/><Relationship Id=\"rId3\" Type=\"{Relationships}/footer\" Target=\"footer1.xml\"/><Relationship Id=\"rId4\" Type=\"{Relationships}/footer\" Target=\"footer2.xml\"/><Relationship Id=\"rId5\" Type=\"{Relationships}/footer\" Target=\"footer3.xml\"/></Relationships>";

    private static readonly string Settings = XmlHead
        + $"<w:settings {Namespaces}><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:noLineBreaksAfter w:lang=\"zh-CN\" w:val=\"{WordXml.Escape(BreakRules.NeverAtRowEnd)}\"/><w:noLineBreaksBefore w:lang=\"zh-CN\" w:val=\"{WordXml.Escape(BreakRules.NeverAtRowStart)}\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";

    private static readonly string OddFooter = Footer("right", $"<w:ind w:right=\"{Twips.Cell}\"/>");
    private static readonly string EvenFooter = Footer("left", $"<w:ind w:left=\"{Twips.Cell}\"/>");
    private static readonly string EmptyFooter = XmlHead + $"<w:ftr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"GwPageNumber\"/></w:pPr></w:p></w:ftr>";

    public static void Write(OfficialDocument document, string documentXml, Stream target)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", ContentTypes);
        Add(archive, "_rels/.rels", PackageRelationships);
        Add(archive, "docProps/core.xml", Core(document));
        Add(archive, "word/document.xml", documentXml);
        Add(archive, "word/_rels/document.xml.rels", DocumentRelationships);
        Add(archive, "word/styles.xml", StylesPart.Xml);
        Add(archive, "word/settings.xml", Settings);
        Add(archive, "word/footer1.xml", OddFooter);
        Add(archive, "word/footer2.xml", EvenFooter);
        Add(archive, "word/footer3.xml", EmptyFooter);
    }

    private static string Core(OfficialDocument document)
    {
        var title = WordXml.Escape(document.Title.Replace("/", "", StringComparison.Ordinal));
        var issuers = WordXml.Escape(string.Join('，', document.Issuers));
        return XmlHead + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{title}</dc:title><dc:creator>{issuers}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>";
    }

    private static string Footer(string side, string indent) => XmlHead
        + $"<w:ftr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"GwPageNumber\"/>{indent}<w:jc w:val=\"{side}\"/></w:pPr>"
        + "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";

    private static void Add(ZipArchive archive, string name, string content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
