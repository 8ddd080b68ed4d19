using System.Globalization;
using System.Xml.Linq;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Checking.Reporting;

/// <summary>Writes findings as Word comments into a copy, each at its paragraph; those without a place at the first one.</summary>
public static class WordComments
{
    private const string Author = "格式检测";
    private const int Most = 400;
    private const string CommentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string RelationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string TypesPart = "[Content_Types].xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static byte[] Write(byte[] original, IEnumerable<Finding> findings)
    {
        using var stream = new MemoryStream(original, writable: false);
        var archive = WordArchive.Open(stream);
        var paragraphs = archive.Document.Descendants(WordNames.Paragraph).ToList();
        var comments = archive.Part(WordNames.CommentsPart)?.Document ?? new XDocument(new XElement(WordNames.W + "comments", new XAttribute(XNamespace.Xmlns + "w", WordNames.W)));
        var next = comments.Root!.Elements().Select(comment => int.TryParse(comment.Attribute(WordNames.W + "id")?.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(-1).Max() + 1;
        foreach (var finding in findings.Where(finding => finding.Rule != "T-03").Take(Most))
        {
            var id = (next++).ToString(CultureInfo.InvariantCulture);
            if (PlaceOf(finding, paragraphs) is not { } paragraph)
                break;
            Mark(paragraph, id);
            comments.Root.Add(Comment(finding, id));
        }

        var parts = new Dictionary<string, XDocument> { ["word/document.xml"] = archive.Document, [WordNames.CommentsPart] = comments };
        if (archive.Part(WordNames.CommentsPart) is null)
        {
            parts[WordNames.RelationshipsPart] = WithRelation(archive.Part(WordNames.RelationshipsPart)?.Document);
            parts[TypesPart] = WithType(archive.Part(TypesPart)?.Document ?? throw new UnreadableFileException("不是 Word 文件（.docx），或文件已损坏。"));
        }

        return PackageCopy.With(original, parts);
    }

    // A comment can't begin in a text box.
    private static XElement? PlaceOf(Finding finding, List<XElement> paragraphs)
    {
        var paragraph = finding.Line is { } line && line <= paragraphs.Count ? paragraphs[line - 1] : paragraphs.FirstOrDefault();
        return paragraph?.AncestorsAndSelf(WordNames.Paragraph).Last();
    }

    private static void Mark(XElement paragraph, string id)
    {
        var start = new XElement(WordNames.W + "commentRangeStart", new XAttribute(WordNames.W + "id", id));
        if (paragraph.Element(WordNames.ParagraphProperties) is { } properties)
            properties.AddAfterSelf(start);
        else
            paragraph.AddFirst(start);
        paragraph.Add(
            new XElement(WordNames.W + "commentRangeEnd", new XAttribute(WordNames.W + "id", id)),
            new XElement(WordNames.Run, new XElement(WordNames.W + "commentReference", new XAttribute(WordNames.W + "id", id))));
    }

    private static XElement Comment(Finding finding, string id) => new(
        WordNames.W + "comment",
        new XAttribute(WordNames.W + "id", id),
        new XAttribute(WordNames.W + "author", Author),
        new XAttribute(WordNames.W + "initials", "检"),
        new XElement(WordNames.Paragraph, new XElement(WordNames.Run, new XElement(WordNames.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), FindingWords.Of(finding)))));

    private static XDocument WithRelation(XDocument? relations)
    {
        relations ??= new XDocument(new XElement(Relations + "Relationships"));
        relations.Root!.Add(new XElement(Relations + "Relationship", new XAttribute("Id", "rIdFormatCheck"), new XAttribute("Type", RelationType), new XAttribute("Target", "comments.xml")));
        return relations;
    }

    private static XDocument WithType(XDocument types)
    {
        types.Root!.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + WordNames.CommentsPart), new XAttribute("ContentType", CommentType)));
        return types;
    }
}
