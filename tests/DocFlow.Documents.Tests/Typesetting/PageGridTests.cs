using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>The sheet, the type area and its grid, measured on the PDF (GB/T 9704 ch. 5).</summary>
public sealed class PageGridTests
{
    private static readonly MeasuredPdf Long = MeasuredPdf.Of(Sources.Notice(Sources.Imprint, Sources.LongBody()));

    private static MeasuredPage FullPage => Long.Pages[1];

    [Fact]
    [Trait("Rule", "G-01")]
    public void Sheet_is_A4()
    {
        Assert.All(Long.Pages, page =>
        {
            Assert.Equal(210, page.Width, 0.1);
            Assert.Equal(297, page.Height, 0.1);
        });
    }

    [Fact]
    [Trait("Rule", "G-02")]
    public void First_row_starts_37_mm_below_the_edge() => Assert.InRange(FullPage.Rows[0].BoxTop, 36.5, 37.5);

    [Fact]
    [Trait("Rule", "G-03")]
    public void Full_rows_start_28_mm_from_the_left() => Assert.InRange(FullPage.TextRows.Min(row => row.Left), 27.9, 28.3);

    [Fact]
    [Trait("Rule", "G-04")]
    public void Full_rows_are_156_mm_wide()
    {
        var full = FullPage.TextRows.Where(row => row.Glyphs.Count == 28).ToList();

        Assert.NotEmpty(full);
        Assert.All(full, row => Assert.InRange(row.Right - row.Left, 155, 156.5));
    }

    [Fact]
    [Trait("Rule", "G-05")]
    public void Type_area_is_225_mm_high() =>
        Assert.InRange(FullPage.TextRows.Last().BoxBottom - FullPage.TextRows.First().BoxTop, 223, 227);

    [Fact]
    [Trait("Rule", "G-06")]
    public void A_full_page_has_22_rows() => Assert.Equal(22, FullPage.TextRows.Count());

    [Fact]
    [Trait("Rule", "G-07")]
    public void A_full_row_has_28_characters_in_cells_of_a_28th_of_the_width()
    {
        var row = FullPage.TextRows.First(row => row.Text.All(character => character > 0x4e00) && row.Glyphs.Count >= 28);

        Assert.Equal(28, row.Glyphs.Count);
        var pitches = row.Glyphs.Zip(row.Glyphs.Skip(1), (left, right) => right.Left - left.Left);
        Assert.All(pitches, pitch => Assert.InRange(pitch, 5.571 - 0.06, 5.571 + 0.06));
    }

    [Fact]
    [Trait("Rule", "G-08")]
    [Trait("Rule", "G-12")]
    public void Rows_follow_each_other_evenly_paragraphs_as_well()
    {
        var rows = FullPage.TextRows.ToList();
        var pitches = rows.Zip(rows.Skip(1), (upper, lower) => lower.Baseline - upper.Baseline);

        Assert.All(pitches, pitch => Assert.InRange(pitch, 10.3, 10.45));
    }

    [Fact]
    [Trait("Rule", "G-02")]
    [Trait("Rule", "G-06")]
    public void Classic_profile_fills_225_mm_from_ink_to_ink()
    {
        var page = MeasuredPdf.Of(Sources.Notice(body: Sources.LongBody()), new TypesettingOptions { Profile = LayoutProfile.Classic }).Pages[1];

        Assert.Equal(22, page.TextRows.Count());
        Assert.InRange(page.TextRows.First().BoxTop, 36.9, 37.1);
        Assert.InRange(page.TextRows.Last().BoxBottom, 261.9, 262.1);
    }

    [Fact]
    [Trait("Rule", "G-09")]
    public void Text_is_size_3_FangSong() =>
        Assert.All(FullPage.TextRows.SelectMany(row => row.Glyphs), glyph =>
        {
            Assert.Equal(16, glyph.Size, 0.3);
            Assert.Contains("Fang", glyph.Font, StringComparison.Ordinal);
        });

    [Fact]
    [Trait("Rule", "G-10")]
    [Trait("Rule", "G-11")]
    public void Only_mark_and_head_rule_are_red()
    {
        var red = string.Concat(Long.AllRows.SelectMany(row => row.Glyphs).Where(glyph => glyph.IsRed).Select(glyph => glyph.Text));

        Assert.Equal("中共云河市委办公室文件", red);
        Assert.Single(Long.Pages.SelectMany(page => page.Lines), line => line.IsRed);
    }

    [Fact]
    [Trait("Rule", "G-13")]
    public void Every_font_is_embedded_as_a_subset()
    {
        var names = Long.AllRows.SelectMany(row => row.Glyphs).Select(glyph => glyph.Font).Distinct().ToList();

        Assert.All(names, name => Assert.Matches(@"^[A-Z]{6}\+", name));
        var file = System.Text.Encoding.Latin1.GetString(Long.Bytes);
        Assert.Equal(Count(file, "/Type/FontDescriptor"), Count(file, "/FontFile2 ") + Count(file, "/FontFile3 "));
        Assert.InRange(Long.Bytes.Length, 1, 200 * 1024);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
