using DocFlow.Documents.Model;

namespace DocFlow.Documents.Word;

/// <summary>Section properties: sheet, margins, footers. A letter's first section goes farther down on page 1, which has no number.</summary>
internal sealed class SectionXml(PageFormat format)
{
    private bool _isFirst = true;

    /// <summary>The properties that end a section; sections come in their order.</summary>
    /// <param name="isDetached">Its pages are numbered from 1.</param>
    public string Next(bool isLandscape, bool isNumbered = true, bool isDetached = false)
    {
        var isLetter = _isFirst && format == PageFormat.Letter;
        _isFirst = false;
        if (isLandscape)
            return Landscape(isDetached);
        return isLetter ? Letter() : Portrait(isNumbered, isDetached);
    }

    private static string Portrait(bool isNumbered, bool isDetached)
    {
        var (odd, even) = isNumbered ? (Footers.Odd, Footers.Even) : (Footers.Empty, Footers.Empty);
        return Write(
            Reference("default", odd) + Reference("even", even),
            $"<w:pgSz w:w=\"{Twips.PageWidth}\" w:h=\"{Twips.PageHeight}\"/>{Margins(Twips.BottomMargin, Twips.NumberBottom)}",
            "",
            isDetached);
    }

    // The text of page 1 ends where the section's margin says, that of the others above their tall footers.
    private static string Letter() => Write(
        Reference("default", Footers.LetterOdd) + Reference("even", Footers.LetterEven) + Reference("first", Footers.LetterFirst),
        $"<w:pgSz w:w=\"{Twips.PageWidth}\" w:h=\"{Twips.PageHeight}\"/>{Margins(Twips.LetterBottomMargin, Twips.LetterFooterDistance)}",
        "<w:titlePg/>");

    // The sheet's left margin is the head of the turned page.
    private static string Landscape(bool isDetached) => Write(
        Reference("default", Footers.TurnedOdd) + Reference("even", Footers.TurnedEven),
        $"<w:pgSz w:w=\"{Twips.PageHeight}\" w:h=\"{Twips.PageWidth}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{Twips.LeftMargin - 50}\" w:right=\"2219\" w:bottom=\"{Twips.RightMargin}\" w:left=\"1984\" w:header=\"851\" w:footer=\"624\" w:gutter=\"0\"/>",
        "",
        isDetached);

    private static string Margins(int bottom, int footer) =>
        $"<w:pgMar w:top=\"{Twips.TopMargin}\" w:right=\"{Twips.RightMargin}\" w:bottom=\"{bottom}\" w:left=\"{Twips.LeftMargin}\" w:header=\"851\" w:footer=\"{footer}\" w:gutter=\"0\"/>";

    private static string Reference(string type, string id) => $"<w:footerReference w:type=\"{type}\" r:id=\"{id}\"/>";

    private static string Write(string footers, string page, string title, bool isDetached = false) =>
        $"<w:sectPr>{footers}<w:type w:val=\"nextPage\"/>{page}{(isDetached ? "<w:pgNumType w:start=\"1\"/>" : "")}{title}<w:docGrid w:type=\"lines\" w:linePitch=\"{Twips.Row}\"/></w:sectPr>";
}
