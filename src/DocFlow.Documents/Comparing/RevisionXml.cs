using System.Globalization;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Comparing;

/// <summary>Writes paragraphs with what was inserted and deleted in them.</summary>
internal sealed class RevisionXml(WordXml text, CommentXml comments)
{
    private int _lastId;

    /// <param name="before">Null for a new paragraph.</param>
    /// <param name="after">Null for a deleted one.</param>
    public void Paragraph(ComparedParagraph? before, ComparedParagraph? after, RevisionAuthor author)
    {
        var style = (after ?? before)!.Style;
        var mark = (before, after) switch
        {
            (null, _) => $"<w:rPr><w:ins {Of(author)}/></w:rPr>",
            (_, null) => $"<w:rPr><w:del {Of(author)}/></w:rPr>",
            _ when before.Style != style => $"<w:pPrChange {Of(author)}><w:pPr><w:pStyle w:val=\"{before.Style}\"/></w:pPr></w:pPrChange>",
            _ => "",
        };
        var notes = comments.At(before?.Text, after?.Text);
        text.Open(style, mark).Raw(CommentXml.Start(notes));
        Pieces(before?.Text ?? "", after?.Text ?? "", author);
        text.Raw(CommentXml.End(notes)).Close();
    }

    /// <summary>Notes whose paragraph is in neither version, in an empty paragraph at the end.</summary>
    public void Remaining()
    {
        if (comments.Homeless() is { Count: > 0 } notes)
            text.Open("GwBody", "").Raw(CommentXml.Start(notes)).Raw(CommentXml.End(notes)).Close();
    }

    /// <summary>Runs of text that both, or one of the versions has.</summary>
    public void Pieces(string before, string after, RevisionAuthor author)
    {
        foreach (var piece in TextComparison.Of(before, after))
        {
            switch (piece.Kind)
            {
                case PieceKind.Inserted:
                    text.Raw($"<w:ins {Of(author)}>").Run(piece.Text).Raw("</w:ins>");
                    break;
                case PieceKind.Deleted:
                    text.Raw($"<w:del {Of(author)}><w:r><w:delText xml:space=\"preserve\">{WordXml.Escape(piece.Text)}</w:delText></w:r></w:del>");
                    break;
                default:
                    text.Run(piece.Text);
                    break;
            }
        }
    }

    /// <summary>The attributes of a revision. Word reads its date as local time, whatever its zone.</summary>
    public string Of(RevisionAuthor author) => string.Create(
        CultureInfo.InvariantCulture, $"w:id=\"{++_lastId}\" w:author=\"{WordXml.Escape(author.Name)}\" w:date=\"{author.At:yyyy-MM-dd'T'HH:mm:ss}Z\"");
}
