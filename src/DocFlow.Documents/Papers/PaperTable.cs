using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Papers;

/// <summary>Puts a paper's table on its pages. All heights are whole twips, so that Word needs the same room.</summary>
internal sealed class PaperTable(Paper paper, Composition composition)
{
    // A row up to this height goes over to the next page whole.
    private const int TallestWhole = 14;

    // Less room than this at the end of a page is left white.
    private const int FewestLines = 4;

    private readonly double[] _widths = PaperMeasures.Widths(paper);
    private readonly List<PlacedPiece> _pieces = [];
    private double _top;
    private int _left;

    /// <param name="top">Where it starts on page 1, mm.</param>
    public IReadOnlyList<PlacedPiece> Place(double top)
    {
        (_top, _left) = (top, PaperMeasures.RoomBelow(top));
        var heads = paper.Rows.TakeWhile(row => row.IsHead).Select(row => (Row: row, Cells: Break(row))).ToList();
        foreach (var (row, cells) in heads)
            Add(row, cells, LinesOf(row, cells), index: 0);
        var whole = PaperMeasures.LinesIn(PaperMeasures.RoomBelow(LayoutProfile.Top) - heads.Sum(head => PaperMeasures.HeightOf(LinesOf(head.Row, head.Cells))));
        for (var index = heads.Count; index < paper.Rows.Count; index++)
        {
            var row = paper.Rows[index];
            var cells = Break(row);
            for (var lines = LinesOf(row, cells); lines > 0;)
            {
                var room = PaperMeasures.LinesIn(_left);
                if (lines > room && (lines <= Math.Min(TallestWhole, whole) || room < FewestLines))
                    StartPage(heads);
                var part = WholeLines(cells, Math.Min(lines, PaperMeasures.LinesIn(_left)));
                if (part == 0)
                {
                    StartPage(heads);
                    part = WholeLines(cells, Math.Min(lines, PaperMeasures.LinesIn(_left)));
                }

                Add(row, [.. cells.Select(cell => Slice(cell, part))], part, index);
                cells = [.. cells.Select(cell => (IReadOnlyList<(CellLine, BrokenRow?)>)[.. cell.Skip(part)])];
                lines -= part;
            }
        }

        return _pieces;
    }

    public static double BaselineOf(double top) =>
        Composition.BaselineOf(top + (PaperMeasures.Line - PaperMeasures.Em) / 2, PaperMeasures.Size);

    private static IReadOnlyList<(CellLine, BrokenRow?)> Slice(IReadOnlyList<(CellLine, BrokenRow?)> cell, int part) => [.. cell.Take(part)];

    // So many rows or fewer, so that no picture is cut.
    private static int WholeLines(IReadOnlyList<IReadOnlyList<(CellLine Line, BrokenRow?)>> cells, int lines)
    {
        while (lines > 0 && cells.Any(cell => lines < cell.Count && cell[lines].Line.IsHeld))
            lines--;
        return lines;
    }

    private static int LinesOf(PaperRow row, IReadOnlyList<IReadOnlyList<(CellLine, BrokenRow?)>> cells) =>
        Math.Max(Math.Max(1, row.LeastLines), cells.Max(cell => cell.Count));

    private void StartPage(List<(PaperRow Row, IReadOnlyList<IReadOnlyList<(CellLine, BrokenRow?)>> Cells)> heads)
    {
        composition.Flow.StartPage();
        (_top, _left) = (LayoutProfile.Top, PaperMeasures.RoomBelow(LayoutProfile.Top));
        foreach (var (row, cells) in heads)
            Draw(row, cells, LinesOf(row, cells), index: 0);
    }

    private IReadOnlyList<IReadOnlyList<(CellLine, BrokenRow?)>> Break(PaperRow row)
    {
        var cells = new List<IReadOnlyList<(CellLine, BrokenRow?)>>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            var room = _widths.Skip(column).Take(cell.Span).Sum() - 2 * PaperMeasures.Padding - PaperMeasures.Slack;
            cells.Add([.. cell.Texts.SelectMany((text, index) => Break(text, index, cell.IsLabel, room))]);
            column += cell.Span;
        }

        return cells;
    }

    private IEnumerable<(CellLine, BrokenRow?)> Break(PaperText text, int paragraph, bool isLabel, double room)
    {
        if (text.Block is { } block)
            return Enumerable.Range(0, PaperMeasures.LinesOf(block)).Select(index => (new CellLine(paragraph, PaperSide.Left, null) { Block = index == 0 ? block : null, IsHeld = index > 0 }, (BrokenRow?)null));
        var words = text.Words.ReplaceLineEndings(" ");
        var clusters = composition.Measurer.Measure(words, isLabel ? FontRole.Hei : FontRole.FangSong, PaperMeasures.Size, PaperMeasures.Em);
        var line = new CellLine(paragraph, text.Side, null);
        if (clusters.Count == 0)
            return [(line, null)];
        return RowBreaker.Break(clusters, BreakRules.ForbiddenBreaks(words), 0, room, room, justify: false)
            .Select((row, index) => (line with { Picture = index == 0 ? text.Picture : null }, (BrokenRow?)row));
    }

    private void Add(PaperRow row, IReadOnlyList<IReadOnlyList<(CellLine, BrokenRow?)>> cells, int lines, int index) =>
        _pieces.Add(new PlacedPiece(row, PaperMeasures.HeightOf(lines), Draw(row, cells, lines, index)));

    private List<IReadOnlyList<CellLine>> Draw(PaperRow row, IReadOnlyList<IReadOnlyList<(CellLine, BrokenRow?)>> cells, int lines, int index)
    {
        var page = composition.Flow.Current;
        var height = PaperMeasures.HeightOf(lines);
        var bottom = _top + height / Twips.PerMillimetre;
        var drawn = new List<IReadOnlyList<CellLine>>();
        var (x, column) = (LayoutProfile.Left, 0);
        AddRule(page, x, _top, x, bottom);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var width = _widths.Skip(column).Take(row.Cells[cell].Span).Sum();
            drawn.Add(DrawCell(page, cells[cell], x, width, bottom - _top, index, cell));
            x += width;
            column += row.Cells[cell].Span;
            AddRule(page, x, _top, x, bottom);
        }

        AddRule(page, LayoutProfile.Left, _top, x, _top);
        AddRule(page, LayoutProfile.Left, bottom, x, bottom);
        _top = bottom;
        _left -= height;
        return drawn;
    }

    private List<CellLine> DrawCell(PageBuilder page, IReadOnlyList<(CellLine Line, BrokenRow? Row)> lines, double x, double width, double height, int index, int cell)
    {
        var (top, bottom) = (_top + (height - lines.Count * PaperMeasures.Line) / 2, _top + height - PaperMeasures.Slack);
        var drawn = new List<CellLine>();
        foreach (var (line, row) in lines)
        {
            TextLine? text = null;
            if (line.Block is { } block)
                page.Seals.Add(new PlacedSeal(block, x + PaperMeasures.Padding, top + PaperMeasures.WhiteAbove(block)));
            if (row is not null)
            {
                var left = line.Side switch
                {
                    PaperSide.Middle => x + (width - row.Width) / 2,
                    PaperSide.Right => x + width - PaperMeasures.Padding - row.Width,
                    _ => x + PaperMeasures.Padding,
                };
                text = LineBuilder.Build(LineRole.TableCell, left, BaselineOf(top), PaperMeasures.Size, row) with { BlockIndex = index, CellIndex = cell };
                page.Lines.Add(text);
                if (line.Picture is { } picture)
                    page.Seals.Add(new PlacedSeal(picture, Math.Max(x + PaperMeasures.Padding, text.Left - PaperMeasures.PictureGap - picture.Width), Math.Min(top + (PaperMeasures.Line - picture.Height) / 2, bottom - picture.Height)));
            }

            drawn.Add(line with { Line = text });
            top += PaperMeasures.Line;
        }

        return drawn;
    }

    private static void AddRule(PageBuilder page, double x1, double y1, double x2, double y2) =>
        page.Rules.Add(new RuleLine(RuleRole.TableRule, x1, y1, x2, y2, PaperMeasures.RuleThickness, Ink.Black));
}
