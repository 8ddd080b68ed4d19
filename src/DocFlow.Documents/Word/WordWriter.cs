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
        var sections = new SectionXml(document.Format);
        var isLandscape = false;
        for (var index = 0; index < document.Annexes.Count; index++)
        {
            if (document.Annexes[index].Body.Count > 0)
                isLandscape = new AnnexXml(document, typeset, body, sections, text).Write(index, isLandscape);
        }

        new ImprintXml(typeset, rows, sections, text).Write(isLandscape);
        text.Raw("</w:body></w:document>");
        WordPackage.Write(document, text.ToString(), [.. pictures.Parts], target);
    }
}
