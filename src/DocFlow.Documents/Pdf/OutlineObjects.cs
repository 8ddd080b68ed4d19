using System.Globalization;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Pdf;

/// <summary>Writes bookmarks (PDF 1.7 §12.3.3) as a tree: the document and its annexes are open, what lies deeper is folded.</summary>
internal static class OutlineObjects
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // White above the row, so that it doesn't stick to the window's edge.
    private const double Above = 8;

    /// <returns>The catalog's entry; empty without bookmarks.</returns>
    public static string Add(PdfObjects objects, TypesetDocument document, IReadOnlyList<int> pages)
    {
        var entries = DocumentOutline.Of(document);
        if (entries.Count == 0)
            return "";
        var root = objects.Reserve();
        var numbers = entries.Select(_ => objects.Reserve()).ToList();
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var parent = ParentOf(entries, index);
            var children = ChildrenOf(entries, index);
            var body = $"<</Title{PdfObjects.Text(entry.Name)}/Parent {(parent < 0 ? root : numbers[parent])} 0 R/Dest{Destination(entry, document.Pages[entry.Page], pages[entry.Page])}";
            if (Sibling(entries, index, -1) is { } before)
                body += $"/Prev {numbers[before]} 0 R";
            if (Sibling(entries, index, 1) is { } after)
                body += $"/Next {numbers[after]} 0 R";
            if (children.Count > 0)
                body += $"/First {numbers[children[0]]} 0 R/Last {numbers[children[^1]]} 0 R/Count {(entry.Depth == 0 ? children.Count : -children.Count)}";
            objects.Set(numbers[index], body + ">>");
        }

        var roots = ChildrenOf(entries, -1);
        var shown = roots.Count + roots.Sum(index => ChildrenOf(entries, index).Count);
        objects.Set(root, $"<</Type/Outlines/First {numbers[roots[0]]} 0 R/Last {numbers[roots[^1]]} 0 R/Count {shown}>>");
        return $"/Outlines {root} 0 R";
    }

    // Of a turned page, whose head is at the sheet's left, the whole sheet is shown.
    private static string Destination(OutlineEntry entry, TypesetPage page, int pageObject)
    {
        var top = (LayoutProfile.PageHeight - Math.Max(0, entry.Line.Baseline - Above)) * PointsPerMillimetre;
        return page.IsLandscape
            ? $"[{pageObject} 0 R/Fit]"
            : string.Create(CultureInfo.InvariantCulture, $"[{pageObject} 0 R/XYZ null {Math.Round(top, 1)} null]");
    }

    private static int ParentOf(IReadOnlyList<OutlineEntry> entries, int index)
    {
        var parent = index - 1;
        while (parent >= 0 && entries[parent].Depth >= entries[index].Depth)
            parent--;
        return parent;
    }

    private static List<int> ChildrenOf(IReadOnlyList<OutlineEntry> entries, int index)
    {
        var depth = index < 0 ? -1 : entries[index].Depth;
        var children = new List<int>();
        for (var child = index + 1; child < entries.Count && entries[child].Depth > depth; child++)
        {
            if (entries[child].Depth == depth + 1)
                children.Add(child);
        }

        return children;
    }

    private static int? Sibling(IReadOnlyList<OutlineEntry> entries, int index, int step)
    {
        for (var other = index + step; other >= 0 && other < entries.Count && entries[other].Depth >= entries[index].Depth; other += step)
        {
            if (entries[other].Depth == entries[index].Depth)
                return other;
        }

        return null;
    }
}
