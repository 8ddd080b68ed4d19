using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Pdf;

/// <summary>What a reader of the PDF finds in its bookmarks: the document, the headings of its text, its annexes with theirs.</summary>
internal static class DocumentOutline
{
    private const int LongestName = 40;

    /// <summary>The entries in reading order; the document and its annexes are of depth 0.</summary>
    public static IReadOnlyList<OutlineEntry> Of(TypesetDocument document)
    {
        var entries = new List<OutlineEntry>();
        var named = new HashSet<(int?, int?)>();
        for (var page = 0; page < document.Pages.Count; page++)
        {
            foreach (var line in document.Pages[page].Lines)
            {
                if (NameOf(document.Source, line, entries) is { } name && named.Add((line.AnnexIndex, line.Role == LineRole.Body ? line.BlockIndex : null)))
                    entries.Add(new OutlineEntry(DepthOf(document.Source, line, entries), name, page, line));
            }
        }

        return entries;
    }

    private static string? NameOf(OfficialDocument source, TextLine line, List<OutlineEntry> entries) => line.Role switch
    {
        LineRole.Title => Plain(source.Title),
        LineRole.Mark when entries.Count == 0 && source.Format == PageFormat.Order => Plain(source.Title),
        LineRole.AnnexLabel when line.AnnexIndex is { } annex && annex < source.Annexes.Count => $"{LabelOf(source, annex)}　{Plain(source.Annexes[annex].Title)}",
        LineRole.Body when HeadingOf(source, line) is { } heading => heading.Text[..heading.HeadingLength].TrimEnd('。'),
        _ => null,
    } is { Length: > 0 } name ? Short(name) : null;

    // A level that was skipped leaves no hole in the tree.
    private static int DepthOf(OfficialDocument source, TextLine line, List<OutlineEntry> entries) =>
        HeadingOf(source, line) is { } heading && entries.Count > 0 ? Math.Min((int)heading.Level, entries[^1].Depth + 1) : 0;

    // The fourth level is text that counts, not a heading to go to; so is a whole paragraph with a third-level number.
    private static Paragraph? HeadingOf(OfficialDocument source, TextLine line) =>
        line is { Role: LineRole.Body, TextStart: 0, BlockIndex: { } block }
        && BodyOf(source, line.AnnexIndex) is { } body && block < body.Count
        && body[block] is Paragraph { Level: HeadingLevel.First or HeadingLevel.Second or HeadingLevel.Third } heading
            ? heading
            : null;

    private static IReadOnlyList<BodyBlock>? BodyOf(OfficialDocument source, int? annex) =>
        annex is not { } index ? source.Body : index < source.Annexes.Count ? source.Annexes[index].Body : null;

    private static string LabelOf(OfficialDocument source, int annex) => source.Annexes.Count == 1 ? "附件" : $"附件{annex + 1}";

    private static string Plain(string title) => title.Replace("/", "", StringComparison.Ordinal);

    private static string Short(string name)
    {
        if (name.Length <= LongestName)
            return name;
        var end = char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName;
        return name[..end] + "…";
    }
}
