using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Running text and its levels (GB/T 9704 7.3.3), of the document or of an annex.</summary>
internal sealed class BodyComposer(Composition composition, PageFrame frame, int? annexIndex = null)
{
    private const int IndentCells = 2;

    private double Indent => IndentCells * LayoutProfile.CellWidth;

    private double Width => frame.TextRight - frame.Left;

    public List<FlowPiece> Compose(IReadOnlyList<BodyBlock> blocks)
    {
        var pieces = new List<FlowPiece>();
        var startsPage = false;
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is PageBreak)
            {
                startsPage = true;
                continue;
            }

            var block = blocks[index] switch
            {
                Paragraph paragraph => Rows(paragraph, index),
                SimpleTable table => new TableComposer(composition, frame, annexIndex, index).Compose(table),
                _ => [],
            };
            if (startsPage && block.Count > 0)
            {
                block[0] = block[0] with { StartsPage = true };
                startsPage = false;
            }

            pieces.AddRange(block);
        }

        return pieces;
    }

    private List<FlowPiece> Rows(Paragraph paragraph, int blockIndex)
    {
        var clusters = Measure(paragraph);
        var rows = RowBreaker.Break(clusters, BreakRules.ForbiddenBreaks(paragraph.Text), 0, Width - Indent, Width);
        var isHeadingRow = paragraph.HeadingLength == paragraph.Text.Length && paragraph.Level is HeadingLevel.First or HeadingLevel.Second;
        return
        [
            .. rows.Select((row, index) =>
                composition.Row(LineRole.Body, frame.Left + (index == 0 ? Indent : 0), row, line => line with { AnnexIndex = annexIndex, BlockIndex = blockIndex })
                    with { KeepWithNext = isHeadingRow }),
        ];
    }

    private List<Cluster> Measure(Paragraph paragraph)
    {
        var heading = paragraph.Text[..paragraph.HeadingLength];
        var clusters = composition.Measurer.Measure(heading, FamilyOf(paragraph.Level), Millimetres.SizeThree, LayoutProfile.CellWidth);
        clusters.AddRange(composition.Measurer.Measure(
            paragraph.Text[paragraph.HeadingLength..], FontRole.FangSong, Millimetres.SizeThree, LayoutProfile.CellWidth, paragraph.HeadingLength));
        return clusters;
    }

    private static FontRole FamilyOf(HeadingLevel level) => level switch
    {
        HeadingLevel.First => FontRole.Hei,
        HeadingLevel.Second => FontRole.Kai,
        _ => FontRole.FangSong,
    };
}
