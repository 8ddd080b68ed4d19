using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>Typeset pages with something set wrong, as a careless program would draw them.</summary>
internal static class BrokenPages
{
    private const double HalfWidth = 0.5;

    /// <summary>Changes some rows; a change that gives null leaves the row out.</summary>
    public static TypesetDocument Rows(this TypesetDocument document, Func<TypesetPage, TextLine, bool> which, Func<TextLine, TextLine?> change) =>
        document.Pages((_, page) => page with { Lines = [.. page.Lines.Select(line => which(page, line) ? change(line) : line).OfType<TextLine>()] });

    public static TypesetDocument Rows(this TypesetDocument document, LineRole role, Func<TextLine, TextLine?> change) => document.Rows((_, line) => line.Role == role, change);

    /// <summary>Changes the row that starts so.</summary>
    public static TypesetDocument Row(this TypesetDocument document, string start, Func<TextLine, TextLine?> change)
    {
        Assert.Contains(document.Pages, page => page.Lines.Any(line => line.Text.StartsWith(start, StringComparison.Ordinal)));
        return document.Rows((_, line) => line.Text.StartsWith(start, StringComparison.Ordinal), change);
    }

    /// <summary>Changes the drawn lines of a page, from top to bottom.</summary>
    public static TypesetDocument Rules(this TypesetDocument document, RuleRole role, Func<int, RuleLine, RuleLine?> change) => document.Pages((_, page) =>
    {
        var at = 0;
        return page with { Rules = [.. page.Rules.OrderBy(rule => rule.Y1).Select(rule => rule.Role == role ? change(at++, rule) : rule).OfType<RuleLine>()] };
    });

    public static TypesetDocument Pages(this TypesetDocument document, Func<int, TypesetPage, TypesetPage> change) =>
        document with { Pages = [.. document.Pages.Select((page, index) => change(index + 1, page))] };

    /// <summary>Puts a page without text before one.</summary>
    public static TypesetDocument Blank(this TypesetDocument document, int before, string? number = null)
    {
        var template = document.Pages[0].Lines.Single(line => line.Role == LineRole.PageNumber);
        var blank = new TypesetPage(before, false, number is null ? [] : [template.Saying(number)], []);
        return document with { Pages = [.. document.Pages.Take(before - 1), blank, .. document.Pages.Skip(before - 1)] };
    }

    public static TypesetDocument Seals(this TypesetDocument document, Func<PlacedSeal, PlacedSeal> change) => document.Pages((_, page) => page with { Seals = [.. page.Seals.Select(change)] });

    public static TextLine Moved(this TextLine line, double x, double y = 0) => line with { Baseline = line.Baseline + y, Runs = [.. line.Runs.Select(run => run with { X = run.X + x })] };

    public static RuleLine Moved(this RuleLine rule, double x, double y = 0) => rule with { X1 = rule.X1 + x, X2 = rule.X2 + x, Y1 = rule.Y1 + y, Y2 = rule.Y2 + y };

    public static RuleLine Shortened(this RuleLine rule, double by) => rule with { X1 = rule.X1 + by / 2, X2 = rule.X2 - by / 2 };

    public static TextLine Sized(this TextLine line, double size) => line with { Runs = [.. line.Runs.Select(run => run with { Size = size })] };

    public static TextLine Inked(this TextLine line, Ink ink) => line with { Runs = [.. line.Runs.Select(run => run with { Ink = ink })] };

    /// <summary>The same places in another family.</summary>
    public static TextLine InFamily(this TextLine line, FontRole role) => line with { Runs = [.. line.Runs.Select(run => InFamily(run, role))] };

    /// <summary>Wider or narrower than set, from the type area's left edge.</summary>
    public static TextLine Stretched(this TextLine line, double factor) => line with
    {
        Runs = [.. line.Runs.Select(run => run with { X = LayoutProfile.Left + (run.X - LayoutProfile.Left) * factor, Glyphs = [.. run.Glyphs.Select(glyph => glyph with { Advance = glyph.Advance * factor })] })],
    };

    public static TextLine Centred(this TextLine line) => line.Moved((LayoutProfile.Left + LayoutProfile.Right) / 2 - (line.Left + line.Right) / 2);

    /// <summary>Other words, from the same place on.</summary>
    public static TextLine Saying(this TextLine line, string text)
    {
        var first = line.Runs[0];
        var cell = first.Size == Millimetres.SizeThree ? LayoutProfile.CellWidth : Millimetres.OfPoints(first.Size);
        var runs = new List<GlyphRun>();
        var x = line.Left;
        foreach (var character in text)
        {
            var face = TestFonts.Library.FacesOf(first.Role).First(face => TestFonts.Library.Open(face).GlyphOf(character) != 0);
            var loaded = TestFonts.Library.Open(face);
            var advance = character < 0x80 ? cell * HalfWidth : cell;
            runs.Add(new GlyphRun(first.Role, face, first.Size, first.Ink, x, character.ToString(), [new PlacedGlyph(loaded.GlyphOf(character), advance, 0, advance, 0, 1)]));
            x += advance;
        }

        return line with { Runs = runs };
    }

    private static GlyphRun InFamily(GlyphRun run, FontRole role)
    {
        var face = TestFonts.Library.FacesOf(role)[0];
        var loaded = TestFonts.Library.Open(face);
        var glyphs = run.Glyphs.Select(glyph => glyph with { Id = loaded.GlyphOf(char.ConvertToUtf32(run.Text, glyph.TextStart)) }).ToList();
        return glyphs.Any(glyph => glyph.Id == 0) ? run : run with { Role = role, Face = face, Glyphs = glyphs };
    }
}
