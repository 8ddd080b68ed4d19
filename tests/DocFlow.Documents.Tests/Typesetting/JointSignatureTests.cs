using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>Names of several organs, and long ones, with room for their seals (GB/T 9704 7.3.5.1).</summary>
public sealed class JointSignatureTests
{
    private const double Diameter = 45;

    [Theory]
    [InlineData("中共云河市委办公室", "云河市人民政府办公室")]
    [InlineData("市委办公室", "市政府办公室", "市财政局")]
    [InlineData("云河市发展和改革委员会", "云河市工业和信息化局", "云河市财政局", "云河市自然资源和规划局")]
    [Trait("Rule", "G-57")]
    public void Seals_over_the_names_would_neither_touch_nor_leave_the_type_area(params string[] organs)
    {
        var pages = MeasuredPdf.Of(Sources.Notice($"署名: [{string.Join(", ", organs)}]")).Pages;
        var page = pages.Single(candidate => candidate.Rows.Any(row => row.Text == "2026年12月4日"));
        var date = page.Row("2026年12月4日");
        var seals = organs.Select(organ => CentreOf(page, organ)).ToList();

        Assert.Equal(date.Middle, seals[^1].X, 1.0);
        Assert.All(seals, seal => Assert.InRange(seal.X, 28 + Diameter / 2, 184 - Diameter / 2));
        for (var one = 0; one < seals.Count; one++)
        {
            for (var other = one + 1; other < seals.Count; other++)
                Assert.True(Math.Sqrt(Math.Pow(seals[one].X - seals[other].X, 2) + Math.Pow(seals[one].Y - seals[other].Y, 2)) > Diameter, $"{organs[one]} and {organs[other]} touch");
        }
    }

    [Fact]
    [Trait("Rule", "G-57")]
    public void Names_in_one_row_do_not_overlap()
    {
        var page = MeasuredPdf.Of(Sources.Notice("署名: [云河市发展和改革委员会, 云河市工业和信息化局, 云河市财政局]")).Pages[0];
        foreach (var row in page.TextRows)
            Assert.All(row.Glyphs.Zip(row.Glyphs.Skip(1)), pair => Assert.True(pair.Second.Left > pair.First.Left + 2));
    }

    [Fact]
    [Trait("Rule", "G-53")]
    public void Date_stays_centred_below_a_name_that_is_too_long_for_its_place()
    {
        const string name = "云河市全面深化改革和优化营商环境工作领导小组办公室";
        var page = MeasuredPdf.Of(Sources.Notice($"署名: [{name}]")).Pages[0];
        var row = page.Rows.Last(candidate => candidate.Text == name);

        Assert.True(row.Right <= 184.5);
        Assert.Equal(row.Middle, page.Row("2026年12月4日").Middle, 1.0);
    }

    // The seal is centred over its organ's name.
    private static (double X, double Y) CentreOf(MeasuredPage page, string organ)
    {
        foreach (var row in page.Rows.Reverse())
        {
            var at = row.Text.IndexOf(organ, StringComparison.Ordinal);
            if (at >= 0)
                return ((row.Glyphs[at].Left + row.Glyphs[at + organ.Length - 1].Right) / 2, row.Baseline);
        }

        throw new InvalidOperationException($"No row names {organ}.");
    }
}
