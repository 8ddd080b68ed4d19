namespace DocFlow.Documents.Word;

/// <summary>Section properties: sheet, margins, footers.</summary>
internal static class SectionXml
{
    private const int FooterDistance = 1455;

    public static string Portrait(bool isNumbered) => Write(
        isNumbered,
        $"<w:pgSz w:w=\"{Twips.PageWidth}\" w:h=\"{Twips.PageHeight}\"/><w:pgMar w:top=\"{Twips.TopMargin}\" w:right=\"{Twips.RightMargin}\" w:bottom=\"{Twips.BottomMargin}\" w:left=\"{Twips.LeftMargin}\" w:header=\"851\" w:footer=\"{FooterDistance}\" w:gutter=\"0\"/>");

    /// <summary>The sheet's left margin is the head of the turned page.</summary>
    public static string Landscape() => Write(
        true,
        $"<w:pgSz w:w=\"{Twips.PageHeight}\" w:h=\"{Twips.PageWidth}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{Twips.LeftMargin - 50}\" w:right=\"2219\" w:bottom=\"{Twips.RightMargin}\" w:left=\"1984\" w:header=\"851\" w:footer=\"624\" w:gutter=\"0\"/>");

    private static string Write(bool isNumbered, string page)
    {
        var (odd, even) = isNumbered ? ("rId3", "rId4") : ("rId5", "rId5");
        return $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{odd}\"/><w:footerReference w:type=\"even\" r:id=\"{even}\"/><w:type w:val=\"nextPage\"/>{page}<w:docGrid w:type=\"lines\" w:linePitch=\"{Twips.Row}\"/></w:sectPr>";
    }
}
