using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>纪要格式, measured on both files (GB/T 9704 10.3).</summary>
public sealed class MinutesRules
{
    private const double Cell = 156.0 / 28;

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-120")]
    public void Mark_ends_in_纪要_72_mm_below_the_edge(string file)
    {
        var mark = RuleDocuments.Measure(RuleDocuments.Minutes, file).Pages[0].Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));
        Assert.EndsWith("纪要", mark.Text, StringComparison.Ordinal);
        Assert.Equal(72, mark.Glyphs.Min(glyph => glyph.InkTop), 1.0);
        Assert.Equal(106, mark.Middle, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-121")]
    public void Those_present_absent_and_attending_follow_the_text_two_characters_in(string file)
    {
        var rows = RuleDocuments.Measure(RuleDocuments.Minutes, file).Pages[0].TextRows.ToList();
        var present = rows.FindIndex(row => row.Text.StartsWith("出席：", StringComparison.Ordinal));
        Assert.Equal(2 * 10.39, rows[present].Baseline - rows[present - 1].Baseline, 1.5);
        Assert.Equal(["出席：陆明，韩松，许沛。", "请假：林知远。"], rows.Skip(present).Take(2).Select(row => row.Text));
        Assert.StartsWith("列席：", rows[present + 2].Text, StringComparison.Ordinal);
        Assert.Equal(SpecialSources.LongAttendance + "。", string.Concat(rows.Skip(present + 2).Select(row => row.Text))[3..]);
        Assert.All(rows.Skip(present).Take(3), row => Assert.Equal(28 + 2 * Cell, row.Left, 0.8));
        Assert.All(rows.Skip(present + 3), row => Assert.Equal(rows[present].Glyphs[3].Left, row.Left, 0.8));
        Assert.All(rows.Skip(present).Take(3), row =>
        {
            Assert.Contains("Hei", row.Glyphs[0].Font, StringComparison.Ordinal);
            Assert.Contains("Fang", row.Glyphs[3].Font, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Names_and_date_are_printed_only_where_they_are_written()
    {
        Assert.DoesNotContain(MeasuredPdf.Of(SpecialSources.Minutes()).Pages[0].TextRows, row => row.Text == Sources.Issuer || row.Text.EndsWith('日'));
        var signed = MeasuredPdf.Of(SpecialSources.Minutes().Replace("文种: 纪要", $"文种: 纪要\n署名: {Sources.Issuer}\n成文日期: 2026-12-04", StringComparison.Ordinal));
        Assert.Contains(signed.Pages[0].TextRows, row => row.Text == "2026年12月4日");
    }
}
