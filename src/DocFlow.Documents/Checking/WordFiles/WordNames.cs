using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Names of WordprocessingML that the reader, the corrector and the comments share.</summary>
internal static class WordNames
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly XName Paragraph = W + "p";
    public static readonly XName Run = W + "r";
    public static readonly XName Text = W + "t";
    public static readonly XName ParagraphProperties = W + "pPr";
    public static readonly XName RunProperties = W + "rPr";
    public static readonly XName Value = W + "val";

    public const string StylesPart = "word/styles.xml";
    public const string SettingsPart = "word/settings.xml";
    public const string RelationshipsPart = "word/_rels/document.xml.rels";
    public const string NumberingPart = "word/numbering.xml";
    public const string ThemePart = "word/theme/theme1.xml";
    public const string CommentsPart = "word/comments.xml";

    public static bool IsReadPart(string name) =>
        name is StylesPart or NumberingPart or SettingsPart or RelationshipsPart or ThemePart or CommentsPart or "[Content_Types].xml"
        || name.StartsWith("word/footer", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal);
}
