using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>
/// A typeset row as Word runs whose character spacing makes it take the row's own room: what follows doesn't fit any more, so Word
/// breaks where the typesetter did, without a break in the text. A row that the style's spacing fills needs none of its own.
/// </summary>
/// <param name="Words">Text of one family each, from left to right.</param>
/// <param name="Spacing">Twips added to each character's advance.</param>
internal sealed record FittedRow(IReadOnlyList<(FontRole Role, string Text)> Words, int Spacing)
{
    private const double LeastSlack = 0.2;

    // What is kept free must stay clearly smaller than what would otherwise be drawn up from the next row.
    private const double SafeDistance = 0.7;

    // A last row isn't justified, so what is taken from it shows.
    private const double MostDrawnIn = 0.3;

    /// <param name="line">The row.</param>
    /// <param name="next">The row that follows in the same paragraph; null for the last.</param>
    /// <param name="right">Where the row's room ends, mm.</param>
    /// <param name="skipped">Characters at the row's start that stand before a tab and are left out.</param>
    public static FittedRow Of(TextLine line, TextLine? next, double right, int skipped = 0)
    {
        var (count, advances, own) = Sums(line, skipped);
        var (end, text) = (line.Right, line.Text);
        var left = end - advances;
        var room = right - left;
        var gaps = LatinEdges.GapsOf(text);
        // Justification fills again what is kept free in all rows but the last, which is only drawn in where it would run over.
        var width = next is null
            ? end - left - Math.Clamp(end - left + gaps + LeastSlack - room, 0, MostDrawnIn)
            : room - Math.Max(LeastSlack, Math.Min(LeastSlack + gaps, WidthOfFirstWord(next) - SafeDistance));
        // The last character of a row, and before a change of script, is set without its spacing: closer rows can't count on that.
        var missing = width - own;
        var spacing = missing / (missing < 0 ? Math.Max(1, count - 1 - ScriptChanges(text)) : count);
        return new FittedRow(Pieces(line, skipped), (int)Math.Floor(spacing * Twips.PerMillimetre + 0.001));
    }

    private static (int Count, double Advances, double Own) Sums(TextLine line, int skipped)
    {
        var (count, advances, own) = (0, 0.0, 0.0);
        foreach (var run in line.Runs)
        {
            for (var index = Math.Min(skipped, run.Glyphs.Count); index < run.Glyphs.Count; index++)
            {
                var glyph = run.Glyphs[index];
                (count, advances, own) = (count + 1, advances + glyph.Advance, own + glyph.OwnAdvance);
            }

            skipped = Math.Max(0, skipped - run.Glyphs.Count);
        }

        return (count, advances, own);
    }

    private static List<(FontRole Role, string Text)> Pieces(TextLine line, int skipped)
    {
        var pieces = new List<(FontRole, string)>();
        foreach (var run in line.Runs)
        {
            if (skipped < run.Text.Length)
                pieces.Add((run.Role, run.Text[skipped..]));
            skipped = Math.Max(0, skipped - run.Text.Length);
        }

        return pieces;
    }

    private static int ScriptChanges(string text)
    {
        var changes = 0;
        for (var index = 1; index < text.Length; index++)
            changes += text[index - 1] < 0x80 != text[index] < 0x80 ? 1 : 0;
        return changes;
    }

    /// <summary>What Word would draw up first from a row, mm.</summary>
    public static double WidthOfFirstWord(TextLine line)
    {
        var text = line.Text;
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterOrDigit(text[letters]))
            letters++;
        return letters > 1 ? line.Runs.SelectMany(run => run.Glyphs).Take(letters).Sum(glyph => glyph.OwnAdvance)
            : line.Runs.FirstOrDefault(run => run.Glyphs.Count > 0)?.Glyphs[0].OwnAdvance ?? 0;
    }
}
