using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Sheet, type area, grid, inks and page numbers, measured on both files (GB/T 9704 ch. 5, 6, 7.5).</summary>
public sealed class PageRules
{
    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-01")]
    public void Sheet_is_A4(string file) => Assert.All(RuleDocuments.Measure(RuleDocuments.Full, file).Pages, page =>
    {
        Assert.Equal(210, page.Width, 0.2);
        Assert.Equal(297, page.Height, 0.2);
    });

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-02")]
    [Trait("Rule", "G-05")]
    public void Type_area_starts_37_mm_from_the_top_and_is_225_mm_high(string file)
    {
        var rows = FullPage(file).TextRows.ToList();
        Assert.InRange(rows[0].BoxTop, 36, 38);
        Assert.InRange(rows[^1].BoxBottom - rows[0].BoxTop, 223, 227);
        Assert.InRange(rows[^1].BoxBottom, 260, 263);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-03")]
    [Trait("Rule", "G-04")]
    public void Full_rows_start_28_mm_from_the_left_and_are_156_mm_wide(string file)
    {
        var full = FullPage(file).TextRows.Where(row => row.Glyphs.Count == 28).ToList();
        Assert.NotEmpty(full);
        Assert.All(full, row => Assert.InRange(row.Left, 27.5, 28.5));
        Assert.All(full, row => Assert.InRange(row.Right - row.Left, 155, 156.5));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-06")]
    [Trait("Rule", "G-08")]
    [Trait("Rule", "G-12")]
    public void A_full_page_has_22_rows_evenly_apart_paragraphs_as_well(string file)
    {
        var rows = FullPage(file).TextRows.ToList();
        Assert.Equal(22, rows.Count);
        Assert.Contains(rows, row => row.Left > 38);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.InRange(pair.Second.Baseline - pair.First.Baseline, 10.2, 10.45));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-07")]
    public void A_full_row_has_28_characters_in_cells_of_5_57_mm(string file)
    {
        var row = FullPage(file).TextRows.First(row => row.Left < 29 && row.Text.All(character => character > 0x4e00));
        Assert.Equal(28, row.Glyphs.Count);
        Assert.Equal(5.571, (row.Glyphs[^1].Left - row.Glyphs[0].Left) / 27, 0.03);
        Assert.All(row.Glyphs.Zip(row.Glyphs.Skip(1)), pair => Assert.Equal(5.571, pair.Second.Left - pair.First.Left, 0.1));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-09")]
    public void Text_is_size_3_FangSong(string file) => Assert.All(FullPage(file).TextRows.SelectMany(row => row.Glyphs), glyph =>
    {
        Assert.Equal(16, glyph.Size, 0.3);
        Assert.Contains("Fang", glyph.Font, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-10")]
    [Trait("Rule", "G-11")]
    public void All_is_black_but_the_mark_and_the_head_rule(string file)
    {
        var pdf = RuleDocuments.Measure(RuleDocuments.Full, file);
        var red = pdf.AllRows.SelectMany(row => row.Glyphs).Where(glyph => glyph.IsRed);
        Assert.Equal(Sources.Issuer + "文件", string.Concat(red.Select(glyph => glyph.Text)));
        Assert.All(pdf.AllRows.SelectMany(row => row.Glyphs).Where(glyph => !glyph.IsRed), glyph => Assert.True(glyph.IsBlack));
        Assert.All(pdf.Pages.Skip(1).SelectMany(page => page.Lines), line => Assert.False(line.IsRed));
        Assert.Contains(pdf.Pages[0].Lines, line => line.IsRed);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-80")]
    [Trait("Rule", "G-81")]
    [Trait("Rule", "G-82")]
    [Trait("Rule", "G-83")]
    public void Numbers_are_size_4_Song_7_mm_below_the_type_area_outside_and_go_on_through_annexes(string file)
    {
        var pdf = RuleDocuments.Measure(RuleDocuments.Full, file);
        Assert.Contains(pdf.Pages, page => page.Rows[0].Text.StartsWith("附件2", StringComparison.Ordinal));
        // The last face is the imprint's alone (G-77).
        Assert.All(pdf.Pages.SkipLast(1), page =>
        {
            var row = page.Rows.Single(row => row.Baseline > 263);
            Assert.Equal($"—{page.Number}—", row.Text.Replace(" ", "", StringComparison.Ordinal));
            Assert.All(row.Glyphs, glyph => Assert.Equal(14, glyph.Size, 0.3));
            // 宋体 is drawn by Noto Serif where it isn't installed.
            Assert.All(row.Glyphs, glyph => Assert.Matches("Noto|Song|SimSun", glyph.Font));
            Assert.Equal(269, (row.Glyphs[0].InkTop + row.Glyphs[0].InkBottom) / 2, 1.0);
            if (page.Number % 2 == 1)
                Assert.InRange(row.Glyphs[^1].InkRight, 178.4 - 2, 178.4 + 2);
            else
                Assert.InRange(row.Left, 33.6 - 2, 33.6 + 2);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-77")]
    public void A_face_for_the_imprint_alone_carries_no_number(string file)
    {
        var pages = RuleDocuments.Measure(RuleDocuments.Short, file).Pages;
        Assert.Equal(2, pages.Count);
        Assert.Contains(pages[0].Rows, row => row.Text.Contains('—'));
        Assert.DoesNotContain(pages[1].Rows, row => row.Text.Contains('—'));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-84")]
    public void Landscape_pages_have_their_number_where_portrait_pages_have_it(string file)
    {
        // LibreOffice gives the sheet lying; its left is the upright sheet's foot, its height the upright sheet's width.
        var pages = RuleDocuments.Measure(RuleDocuments.Landscape, file).Pages.Where(page => page.Rows.Any(row => row.Glyphs.Any(glyph => glyph.Text == "说"))).ToList();
        Assert.Equal([2, 3], pages.Select(page => page.Number));
        foreach (var page in pages)
        {
            var isLying = page.Width > page.Height;
            Assert.Equal(file == "docx", isLying);
            var glyphs = page.Rows.SelectMany(row => row.Glyphs).ToList();
            var dashes = glyphs.Where(glyph => glyph.Text == "—").ToList();
            Assert.Equal(2, dashes.Count);
            foreach (var dash in dashes)
                Assert.Equal(269, isLying ? 297 - (dash.InkLeft + dash.InkRight) / 2 : (dash.InkTop + dash.InkBottom) / 2, 1.0);
            var (first, last) = isLying ? (dashes.Min(dash => dash.InkTop), dashes.Max(dash => dash.InkBottom)) : (dashes.Min(dash => dash.Left), dashes.Max(dash => dash.Right));
            if (page.Number % 2 == 1)
                Assert.Equal(178.4, last, 2.0);
            else
                Assert.Equal(33.6, first, 2.0);
            Assert.Contains(glyphs, glyph => glyph.Text == page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static MeasuredPage FullPage(string file) => RuleDocuments.Measure(RuleDocuments.Long, file).Pages[1];
}
