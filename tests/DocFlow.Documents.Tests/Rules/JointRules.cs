using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Documents of several organs, measured on both files (GB/T 9704 7.2.4, 7.3.5.1).</summary>
public sealed class JointRules
{
    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-24")]
    [Trait("Rule", "G-26")]
    [Trait("Rule", "G-28")]
    public void Joint_mark_stacks_the_organs_and_sets_文件_in_the_middle_of_their_right(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Joint, file).Pages[0];
        var red = page.Rows.SelectMany(row => row.Glyphs).Where(glyph => glyph.IsRed).ToList();
        var end = red.Where(glyph => glyph.Left > red.Max(other => other.Right) - 2.2 * glyph.Size * 25.4 / 72).ToList();
        var names = red.Except(end).ToList();
        var rows = names.GroupBy(glyph => Math.Round((glyph.InkTop + glyph.InkBottom) / 2 / 8)).OrderBy(row => row.Key).ToList();

        Assert.Equal("文件", string.Concat(end.Select(glyph => glyph.Text)));
        Assert.StartsWith("中共云河市委办公室", string.Concat(names.OrderBy(glyph => glyph.InkTop).Take(9).OrderBy(glyph => glyph.Left).Select(glyph => glyph.Text)), StringComparison.Ordinal);
        Assert.Equal(72, names.Min(glyph => glyph.InkTop), 1.0);
        Assert.Equal((names.Min(glyph => glyph.InkTop) + names.Max(glyph => glyph.InkBottom)) / 2, (end.Min(glyph => glyph.InkTop) + end.Max(glyph => glyph.InkBottom)) / 2, 1.5);
        Assert.Equal(106, (red.Min(glyph => glyph.Left) + red.Max(glyph => glyph.Right)) / 2, 1.0);
        Assert.True(end.Min(glyph => glyph.Left) > names.Max(glyph => glyph.Right));
        Assert.All(red, glyph => Assert.InRange(glyph.InkRight, 28, 184));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-30")]
    [Trait("Rule", "G-45")]
    public void Number_stands_two_lines_below_the_stack_and_page_1_shows_text(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Joint, file).Pages[0];
        var bottom = page.Rows.SelectMany(row => row.Glyphs).Where(glyph => glyph.IsRed).Max(glyph => glyph.InkBottom);
        Assert.Equal(20.78, page.Row("云办发").BoxTop - bottom, 1.5);
        Assert.Contains(page.Rows, row => row.Text.StartsWith("经研究", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "G-28")]
    public void A_written_mark_is_that_of_the_organ_in_charge_only()
    {
        var page = MeasuredPdf.Of(SpecialSources.Joint(front: $"发文机关标志: {Sources.Issuer}文件")).Pages[0];
        Assert.Equal(Sources.Issuer + "文件", page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed)).Text);
    }
}
