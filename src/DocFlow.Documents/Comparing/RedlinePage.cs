using System.Globalization;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Comparing;

/// <summary>Marks changes on typeset pages: deleted words red and struck, inserted ones blue and underlined, the changes' numbers in the margin.</summary>
internal sealed class RedlinePage(MergedDocument merged, FontLibrary fonts)
{
    private const double MarginSize = 9;
    private const double MarginGap = 2;
    private const double NoteBaseline = 20;
    private const double Thickness = 0.3;

    // Of an em: through the middle of a character, and below its foot.
    private const double Through = -0.36;
    private const double Under = 0.14;

    private readonly ClusterMeasurer _measurer = new(fonts);
    private readonly HashSet<int> _numbered = [];

    public TypesetPage Mark(TypesetPage page)
    {
        var lines = new List<TextLine>();
        var margin = new List<TextLine>();
        var rules = new List<RuleLine>(page.Rules);
        foreach (var line in page.Lines)
        {
            if (TextOf(line) is not { Spans.Count: > 0 } text)
            {
                lines.Add(line);
                continue;
            }

            var pieces = Split(line, text).ToList();
            lines.Add(line with { Runs = [.. pieces.Select(piece => piece.Run)] });
            rules.AddRange(pieces.Where(piece => piece.Span is not null).Select(piece => RuleOf(piece.Run, piece.Span!.Value.Kind, line.Baseline)));
            var numbers = pieces.Select(piece => piece.Span?.Ordinal).OfType<int>().Distinct().Where(_numbered.Add).ToList();
            if (numbers.Count > 0)
                margin.Add(Small(string.Join('、', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))), RightOf(page) + MarginGap, line.Baseline));
        }

        return page with { Lines = [.. lines, .. margin], Rules = rules };
    }

    /// <summary>A line above the type area, so that nobody takes it for the document.</summary>
    public TypesetPage Head(TypesetPage page, string words) => page with { Lines = [Small(words, LayoutProfile.Left, NoteBaseline), .. page.Lines] };

    private MergedText? TextOf(TextLine line)
    {
        var place = line.Role switch
        {
            LineRole.Body => new MergedPlace(line.Role, line.AnnexIndex, line.BlockIndex),
            LineRole.TableCell => new MergedPlace(line.Role, line.AnnexIndex, line.BlockIndex, line.CellIndex),
            LineRole.AnnexList => new MergedPlace(line.Role, Block: line.BlockIndex),
            LineRole.AnnexTitle => new MergedPlace(line.Role, line.AnnexIndex),
            _ => new MergedPlace(line.Role),
        };
        return merged.Texts.GetValueOrDefault(place);
    }

    private IEnumerable<(GlyphRun Run, MergedSpan? Span)> Split(TextLine line, MergedText text)
    {
        var at = line.TextStart - LabelOf(line);
        foreach (var run in line.Runs)
        {
            for (var start = 0; start < run.Glyphs.Count;)
            {
                var span = text.At(at + run.Glyphs[start].TextStart);
                var end = start + 1;
                while (end < run.Glyphs.Count && text.At(at + run.Glyphs[end].TextStart) == span)
                    end++;
                yield return (Part(run, start, end, span), span);
                start = end;
            }

            at += run.Text.Length;
        }
    }

    // What the first row of an element has before the element's own words.
    private int LabelOf(TextLine line)
    {
        if (line.TextStart > 0)
            return 0;
        return line.Role switch
        {
            LineRole.ImprintCopies or LineRole.ImprintRecipients => "抄送：".Length,
            LineRole.Note => "（".Length,
            LineRole.AnnexList => AnnexLabel(line),
            _ => 0,
        };
    }

    // “附件：”, “附件：1.” or “2.”.
    private int AnnexLabel(TextLine line)
    {
        var number = merged.Document.Annexes.Count == 1 ? 0 : string.Create(CultureInfo.InvariantCulture, $"{line.BlockIndex + 1}.").Length;
        return (line.BlockIndex == 0 ? "附件：".Length : 0) + number;
    }

    private static GlyphRun Part(GlyphRun run, int start, int end, MergedSpan? span)
    {
        var from = run.Glyphs[start].TextStart;
        var to = run.Glyphs[end - 1].TextStart + run.Glyphs[end - 1].TextLength;
        return run with
        {
            X = run.X + run.Glyphs.Take(start).Sum(glyph => glyph.Advance),
            Text = run.Text[from..to],
            Glyphs = [.. run.Glyphs.Skip(start).Take(end - start).Select(glyph => glyph with { TextStart = glyph.TextStart - from })],
            Ink = span?.Kind switch { PieceKind.Deleted => Ink.Red, PieceKind.Inserted => Ink.Blue, _ => run.Ink },
        };
    }

    private static RuleLine RuleOf(GlyphRun run, PieceKind kind, double baseline)
    {
        var isDeleted = kind == PieceKind.Deleted;
        var y = baseline + (isDeleted ? Through : Under) * Millimetres.OfPoints(run.Size);
        return new RuleLine(isDeleted ? RuleRole.Deleted : RuleRole.Inserted, run.X, y, run.X + run.Width, y, Thickness, isDeleted ? Ink.Red : Ink.Blue);
    }

    private TextLine Small(string words, double x, double baseline)
    {
        var clusters = _measurer.Measure(words, FontRole.FangSong, MarginSize, Millimetres.OfPoints(MarginSize));
        return LineBuilder.Build(LineRole.Revision, x, baseline, MarginSize, clusters, [.. clusters.Select(cluster => cluster.Width)]);
    }

    private static double RightOf(TypesetPage page) => page.IsLandscape ? LayoutProfile.PageHeight - LayoutProfile.Top : LayoutProfile.Right;
}
