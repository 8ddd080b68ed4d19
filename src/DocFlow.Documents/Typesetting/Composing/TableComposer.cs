using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// Simple tables in 4号 on the page's own row grid, as wide as the type area; the head is repeated on each page. A row that is
/// taller than a page goes on on the next one.
/// </summary>
internal sealed class TableComposer(Composition composition, PageFrame frame, int? annexIndex, int blockIndex)
{
    private const double Padding = 1.5;
    private const double LineThickness = 0.25;
    private const double NarrowestColumn = 12;

    /// <summary>The most rows of text that a piece of a table's row holds.</summary>
    public const int TallestPiece = 12;

    // White that is left in a cell, so that other programs find room for the same rows.
    private const double Slack = 0.3;

    // Above the middle between rows of text: where Word puts the edge of a table, so that the last one still ends inside the type area.
    private const double Raised = 0.97;

    private static double Em => Millimetres.OfPoints(Millimetres.SizeFour);

    private double Pitch => composition.Profile.LinePitch;

    public List<FlowPiece> Compose(SimpleTable table)
    {
        var widths = ColumnWidths(table, frame.Width);
        var pieces = new List<FlowPiece>();
        FlowPiece? head = null;
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var isHead = index == 0;
            var cells = table.Rows[index].Select((text, column) => BreakCell(text, widths[column], isHead)).ToList();
            var height = Math.Max(1, cells.Max(cell => cell.Count));
            for (var from = 0; from < height; from += TallestPiece)
            {
                var part = cells.Select(cell => (IReadOnlyList<BrokenRow>)[.. cell.Skip(from).Take(TallestPiece)]).ToList();
                var rows = Math.Min(TallestPiece, height - from);
                var piece = Piece(part, widths, rows, index) with { KeepWithNext = isHead, RepeatedHead = isHead ? null : head };
                pieces.Add(piece);
                if (isHead)
                    head = piece;
            }
        }

        return pieces;
    }

    private FlowPiece Piece(IReadOnlyList<IReadOnlyList<BrokenRow>> cells, double[] widths, int rows, int tableRow) =>
        new(rows * Pitch, (page, top) =>
        {
            var boxTop = top - (Pitch - Millimetres.OfPoints(Millimetres.SizeThree)) / 2 - Raised;
            var boxBottom = boxTop + rows * Pitch;
            var x = frame.Left;
            AddRule(page, frame.Left, boxTop, frame.Left, boxBottom);
            for (var column = 0; column < cells.Count; column++)
            {
                DrawCell(page, cells[column], x, widths[column], boxTop, rows, tableRow * cells.Count + column, tableRow == 0);
                x += widths[column];
                AddRule(page, x, boxTop, x, boxBottom);
            }

            AddRule(page, frame.Left, boxTop, x, boxTop);
            AddRule(page, frame.Left, boxBottom, x, boxBottom);
        });

    private void DrawCell(PageBuilder page, IReadOnlyList<BrokenRow> lines, double x, double width, double boxTop, int rows, int cellIndex, bool isHead)
    {
        var top = boxTop + (rows - lines.Count) * Pitch / 2 + (Pitch - Em) / 2;
        foreach (var line in lines)
        {
            var isCentred = isHead || lines.Count == 1;
            var left = isCentred ? x + (width - line.Width) / 2 : x + Padding;
            page.Lines.Add(LineBuilder.Build(LineRole.TableCell, left, Composition.BaselineOf(top, Millimetres.SizeFour), Millimetres.SizeFour, line)
                with { AnnexIndex = annexIndex, BlockIndex = blockIndex, CellIndex = cellIndex });
            top += Pitch;
        }
    }

    private static void AddRule(PageBuilder page, double x1, double y1, double x2, double y2) =>
        page.Rules.Add(new RuleLine(RuleRole.TableRule, x1, y1, x2, y2, LineThickness, Ink.Black));

    private List<BrokenRow> BreakCell(string text, double width, bool isHead)
    {
        var clusters = composition.Measurer.Measure(text, isHead ? FontRole.Hei : FontRole.FangSong, Millimetres.SizeFour, Em);
        var room = width - 2 * Padding - Slack;
        return RowBreaker.Break(clusters, BreakRules.ForbiddenBreaks(text), 0, room, room, justify: false);
    }

    // As wide as the longest cell asks; more is shared out.
    public static double[] ColumnWidths(SimpleTable table, double room)
    {
        var columns = table.Rows[0].Count;
        var wanted = new double[columns];
        for (var column = 0; column < columns; column++)
            wanted[column] = Math.Clamp(table.Rows.Max(row => TitleBreaker.WidthOf(row[column]) * Em + LatinEdges.GapsOf(row[column])) + 2 * Padding + 0.5, NarrowestColumn, room);

        var total = wanted.Sum();
        if (total <= room)
            return [.. wanted.Select(width => width + (room - total) / columns)];

        // The narrow columns keep what they ask; the widest are cut to one width that makes all fit.
        var order = wanted.Order().ToArray();
        var left = room;
        for (var index = 0; index < columns; index++)
        {
            var share = left / (columns - index);
            if (order[index] > share)
                return [.. wanted.Select(width => Math.Min(width, share))];
            left -= order[index];
        }

        return wanted;
    }
}
