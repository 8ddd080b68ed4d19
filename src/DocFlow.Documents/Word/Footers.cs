using DocFlow.Documents.Model;

namespace DocFlow.Documents.Word;

/// <summary>The footers that sections refer to, each a part of the file: page numbers outside, or nothing.</summary>
internal static class Footers
{
    public const string Odd = "rId3";
    public const string Even = "rId4";
    public const string Empty = "rId5";
    public const string LetterOdd = "rId6";
    public const string LetterEven = "rId7";
    public const string LetterFirst = "rId8";
    public const string TurnedOdd = "rId9";
    public const string TurnedEven = "rId10";

    private const int NumberHeight = 280;

    private const string Number =
        "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r>";

    private static readonly string OnTheRight = Paragraph($"<w:ind w:right=\"{Twips.Cell}\"/><w:jc w:val=\"right\"/>", Number);
    private static readonly string OnTheLeft = Paragraph($"<w:ind w:left=\"{Twips.Cell}\"/><w:jc w:val=\"left\"/>", Number);

    private static readonly (string Id, string Part, string Xml)[] Common =
    [
        (Odd, "footer1.xml", Footer(OnTheRight)),
        (Even, "footer2.xml", Footer(OnTheLeft)),
        (Empty, "footer3.xml", Footer(Paragraph("", ""))),
    ];

    private static readonly (string Id, string Part, string Xml)[] OfLetter =
    [
        (LetterOdd, "footer4.xml", Footer(Tall(OnTheRight))),
        (LetterEven, "footer5.xml", Footer(Tall(OnTheLeft))),
        (LetterFirst, "footer6.xml", Footer(White(1))),
    ];

    private static readonly (string Id, string Part, string Xml)[] OfLandscape =
    [
        (TurnedOdd, "footer7.xml", Turned(OnTheRight)),
        (TurnedEven, "footer8.xml", Turned(OnTheLeft)),
    ];

    /// <summary>Relationship id, part name without its folder, and content.</summary>
    public static IReadOnlyList<(string Id, string Part, string Xml)> PartsFor(OfficialDocument document) =>
        [.. Common, .. document.Format == PageFormat.Letter ? OfLetter : [], .. document.Annexes.Any(annex => annex.IsLandscape) ? OfLandscape : []];

    // As high as the margin below the text of other documents, with the number at the same place.
    private static string Tall(string number)
    {
        const int below = Twips.NumberBottom - Twips.LetterFooterDistance;
        return White(Twips.BottomMargin - Twips.NumberBottom - NumberHeight) + number + White(below);
    }

    // On a turned page the number stands where portrait pages have it: the sheet's left, reading downwards (GB/T 9704 ch. 8).
    private static string Turned(string number) => WordPackage.XmlHead
        + $"<w:ftr {WordPackage.Namespaces} {RuleDrawing.Namespaces}><w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>{TurnedText.Run(number, Twips.NumberBottom, Twips.LeftMargin, NumberHeight, Twips.TypeAreaWidth)}</w:p></w:ftr>";

    private static string White(int height) => $"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"{height}\" w:lineRule=\"exact\"/></w:pPr></w:p>";

    private static string Paragraph(string properties, string content) => $"<w:p><w:pPr><w:pStyle w:val=\"GwPageNumber\"/>{properties}</w:pPr>{content}</w:p>";

    private static string Footer(string content) => WordPackage.XmlHead + $"<w:ftr {WordPackage.Namespaces}>{content}</w:ftr>";
}
