using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>
/// Writes a document as an editable .docx: native paragraphs with named styles, fields and tables, in rows of exact height. White
/// between elements and page starts are taken from the typeset pages, so that Word breaks where they do.
/// </summary>
public static class WordWriter
{
    /// <param name="document">What to write.</param>
    /// <param name="typeset">The same document, laid out.</param>
    /// <param name="target">Receives the file; left open.</param>
    public static void Write(OfficialDocument document, TypesetDocument typeset, Stream target)
    {
        var text = new WordXml();
        var pictures = new WordPictures();
        text.Raw(WordPackage.XmlHead).Raw($"<w:document {WordPackage.Namespaces} {RuleDrawing.Namespaces}><w:body>");
        var rows = PlacedRow.Of(typeset);
        new HeadXml(document, typeset.Pages[0], rows, text).Write();
        var body = new BodyXml(rows, text);
        body.Write(document.Body, annexIndex: null, isLandscape: false);
        new ListsXml(document, rows, text).Write();
        new ClosingXml(typeset, rows, pictures, text).Write();
        WriteAnnexes(document, typeset, rows, body, text);
        text.Raw("</w:body></w:document>");
        WordPackage.Write(document, text, [.. pictures.Parts], target);
    }

    // Bound annexes, 版记, then what is bound by itself; the last section's properties end the body.
    private static void WriteAnnexes(OfficialDocument document, TypesetDocument typeset, IReadOnlyList<PlacedRow> rows, BodyXml body, WordXml text)
    {
        var sections = new SectionXml(document.Format);
        var annexes = new AnnexXml(document, typeset, body, sections, text);
        var isLandscape = false;
        var printed = Enumerable.Range(0, document.Annexes.Count).Where(index => document.Annexes[index].Body.Count > 0).ToList();
        foreach (var index in printed.Where(index => !document.Annexes[index].IsDetached))
            isLandscape = annexes.Write(index, isLandscape);

        var section = new ImprintXml(BoundPages(document, typeset), rows, sections, text).Write(isLandscape);
        foreach (var index in printed.Where(index => document.Annexes[index].IsDetached))
        {
            annexes.EndSection(section);
            if (FollowsBlankFace(typeset, index))
                annexes.EndSection(sections.Next(isLandscape: false, isNumbered: false));
            section = annexes.WriteDetached(index);
        }

        text.Raw(section);
    }

    private static bool FollowsBlankFace(TypesetDocument typeset, int annex)
    {
        var first = typeset.Pages.First(page => page.Lines.Any(line => line.AnnexIndex == annex)).Number;
        return first > 1 && typeset.Pages[first - 2] is { Lines.Count: 0, Rules.Count: 0 };
    }

    // A blank face before a detached annex belongs to neither.
    private static List<TypesetPage> BoundPages(OfficialDocument document, TypesetDocument typeset)
    {
        var pages = typeset.Pages.TakeWhile(page => !page.Lines.Any(line => line.AnnexIndex is { } index && document.Annexes[index].IsDetached)).ToList();
        while (pages.Count < typeset.Pages.Count && pages.Count > 1 && pages[^1] is { Lines.Count: 0, Rules.Count: 0 })
            pages.RemoveAt(pages.Count - 1);
        return pages;
    }
}
