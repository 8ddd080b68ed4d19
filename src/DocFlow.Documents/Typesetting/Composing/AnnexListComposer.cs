using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>附件说明: one row below the text, two characters in (GB/T 9704 7.3.4).</summary>
internal static class AnnexListComposer
{
    private const string Label = "附件：";

    private static double Cell => LayoutProfile.CellWidth;

    public static List<FlowPiece> Compose(Composition composition)
    {
        var annexes = composition.Document.Annexes;
        var pieces = new List<FlowPiece>();
        for (var index = 0; index < annexes.Count; index++)
        {
            var number = annexes.Count == 1 ? "" : $"{index + 1}.";
            var prefix = (index == 0 ? Label : "") + number;
            var nameX = LayoutProfile.Left + (2 + 3) * Cell + TitleBreaker.WidthOf(number) * Cell;
            var prefixX = LayoutProfile.Left + (index == 0 ? 2 : 5) * Cell;
            var width = LayoutProfile.Right - nameX;
            var rows = composition.Break(annexes[index].Title, FontRole.FangSong, width, width);
            if (pieces.Count == 0)
                pieces.Add(FlowPiece.Blank(composition.Profile.LinePitch));
            var annex = index;
            for (var row = 0; row < rows.Count; row++)
            {
                var (x, broken) = row == 0 ? FirstRow(composition, prefix, prefixX, nameX, rows[0]) : (nameX, rows[row]);
                pieces.Add(composition.Row(LineRole.AnnexList, x, broken, line => line with { BlockIndex = annex }));
            }
        }

        return pieces;
    }

    // One row of text, so that it reads and extracts as one; the gap is none by construction.
    private static (double X, BrokenRow Row) FirstRow(Composition composition, string prefix, double prefixX, double nameX, BrokenRow row)
    {
        var label = composition.Text(prefix);
        return (Math.Min(prefixX, nameX - label.Width), BrokenRow.Join(label, row));
    }
}
