using DocFlow.Documents.Model;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Comparing;

/// <summary>
/// 花脸稿: two versions of a document in one Word file with native revisions, each with its author, step and time. Accepting all gives
/// the later text, rejecting all the earlier one.
/// </summary>
public static class Redline
{
    /// <param name="versions">From the earlier version to the later one, with those between them, which only say who changed what.</param>
    /// <param name="target">Receives the .docx; left open.</param>
    /// <param name="comments">Notes on paragraphs, as native comments.</param>
    public static void Write(IReadOnlyList<ComparedVersion> versions, Stream target, IReadOnlyList<RedlineComment>? comments = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(versions.Count, 2);
        var text = new WordXml();
        text.Raw(WordPackage.XmlHead).Raw($"<w:document {WordPackage.Namespaces} {RuleDrawing.Namespaces}><w:body>");
        var authors = new ChangeAuthors(versions);
        var notes = new CommentXml(comments ?? []);
        var revisions = new RevisionXml(text, notes);
        var tables = new RedlineTable(text, revisions);
        var pairs = Alignment.Of(DocumentBlocks.Of(versions[0].Document), DocumentBlocks.Of(versions[^1].Document), block => block.Key, BlockLikeness.Of);
        foreach (var (before, after) in pairs)
        {
            var author = after is null ? authors.OfGone(before!) : authors.OfNew(after);
            switch (before ?? after)
            {
                case ComparedParagraph:
                    revisions.Paragraph(before as ComparedParagraph, after as ComparedParagraph, author);
                    break;
                case ComparedTable:
                    tables.Write(before as ComparedTable, after as ComparedTable, author);
                    break;
            }
        }

        revisions.Remaining();
        text.Raw(new SectionXml(PageFormat.General).Next(isLandscape: false)).Raw("</w:body></w:document>");
        WordPackage.Write(versions[^1].Document, text, [], target, notes.Part);
    }
}
