using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;

namespace DocFlow.Documents.Word;

/// <summary>A typeset row and how it came to its page.</summary>
/// <param name="Page">The index of its page.</param>
/// <param name="StartsPage">First text of its page, which isn't the first.</param>
/// <param name="IsForced">First text of its page although the page before had room for it: Word would not go on to a new page by itself.</param>
internal sealed record PlacedRow(TextLine Line, int Page, bool StartsPage, bool IsForced)
{
    /// <summary>All rows of a document but page numbers, in order.</summary>
    public static IReadOnlyList<PlacedRow> Of(TypesetDocument typeset)
    {
        const double tolerance = 0.01;
        var rows = new List<PlacedRow>();
        for (var page = 0; page < typeset.Pages.Count; page++)
        {
            var lines = typeset.Pages[page].Lines.Where(line => line.Role != LineRole.PageNumber).ToList();
            var first = lines.Select(line => line.Baseline).DefaultIfEmpty(0).Min();
            var hasRoom = page > 0 && HasRoom(typeset, page - 1);
            foreach (var line in lines)
            {
                var startsPage = page > 0 && line.Baseline <= first + tolerance;
                rows.Add(new PlacedRow(line, page, startsPage, startsPage && hasRoom));
            }
        }

        return rows;
    }

    private static bool HasRoom(TypesetDocument typeset, int page)
    {
        const double tolerance = 0.5;
        var last = typeset.Pages[page].Lines.Where(line => line.Role != LineRole.PageNumber).Select(line => line.Baseline).DefaultIfEmpty(0).Max();
        var lowest = typeset.Pages[page].IsLandscape ? LayoutProfile.Right
            : page == 0 && typeset.Source.Format == PageFormat.Letter ? PageFrame.FirstOfLetter(typeset.Profile).LastBottom
            : LayoutProfile.Bottom;
        return last + typeset.Profile.LinePitch < lowest + tolerance;
    }
}
