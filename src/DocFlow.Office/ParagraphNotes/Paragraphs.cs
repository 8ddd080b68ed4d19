using System.Globalization;
using DocFlow.Documents.Comparing.Settling;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Office.ParagraphNotes;

/// <summary>The paragraphs of a text in reading order, its annexes after it.</summary>
internal static class Paragraphs
{
    /// <returns>None while the text can't be read.</returns>
    public static IReadOnlyList<NotedParagraph> Of(DraftText text)
    {
        if (DocumentSource.Read(text.Source, new SourceReadOptions { ReadSibling = name => text.Files.GetValueOrDefault(name) }).Document is not { } document)
            return [];
        var found = new List<NotedParagraph>();
        Add("正文", document.Body);
        for (var index = 0; index < document.Annexes.Count; index++)
            Add(document.Annexes.Count == 1 ? "附件" : string.Create(CultureInfo.InvariantCulture, $"附件{index + 1}"), document.Annexes[index].Body);
        return found;

        void Add(string place, IReadOnlyList<BodyBlock> blocks) =>
            found.AddRange(blocks.OfType<Paragraph>().Where(paragraph => paragraph.Text.Length > 0).Select((paragraph, index) => new NotedParagraph(found.Count + index, place, paragraph.Text)).ToList());
    }
}
