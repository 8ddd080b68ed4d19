using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>命令格式 and signature stamps, measured on both files (GB/T 9704 10.2, 7.3.5.3).</summary>
public sealed class OrderRules
{
    private const double Cell = 156.0 / 28;
    private const double StampWidth = 40;
    private const double StampHeight = 20;

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-110")]
    public void Mark_ends_in_令_57_mm_below_the_edge(string file)
    {
        var mark = Mark(First(file));
        Assert.Equal("云河市人民政府令", mark.Text);
        Assert.Equal(57, mark.Glyphs.Min(glyph => glyph.InkTop), 1.0);
        Assert.Equal(106, mark.Middle, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-111")]
    public void Number_and_text_follow_two_lines_apart_without_title_recipients_and_rule(string file)
    {
        var page = First(file);
        var number = page.Row("第12号");
        var text = page.Row("《云河市");
        Assert.Equal(20.78, number.BoxTop - Mark(page).Glyphs.Max(glyph => glyph.InkBottom), 1.5);
        Assert.Equal(106, number.Middle, 1.0);
        Assert.Equal(20.78, text.BoxTop - number.BoxBottom, 1.5);
        Assert.DoesNotContain(page.Rows, row => Math.Abs(row.Size - 22) < 0.5 || row.Text.EndsWith('：'));
        Assert.Empty(page.Lines);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-59")]
    public void Post_and_date_stand_around_the_stamp_s_place(string file)
    {
        var page = First(file);
        var text = page.Rows.Last(row => row.Text.EndsWith("公布。", StringComparison.Ordinal));
        var post = page.Row("市长");
        var date = page.Row("2026年12月4日");
        var stampTop = text.BoxBottom + 20.78;
        Assert.Equal(stampTop + StampHeight / 2, (post.BoxTop + post.BoxBottom) / 2, 1.5);
        Assert.Equal(184 - 4 * Cell - StampWidth - 2 * Cell, post.Right, 1.5);
        Assert.Equal(stampTop + StampHeight + 10.39, date.BoxTop, 1.5);
        Assert.Equal(184 - 4 * Cell, date.Right, 1.5);
    }

    [Fact]
    [Trait("Rule", "G-59")]
    public void Posts_of_a_joint_order_stand_below_each_other_the_one_in_charge_first()
    {
        var page = MeasuredPdf.Of(SpecialSources.Order("签名:\n  - {职务: 云河市市长, 姓名: 周一川}\n  - {职务: 清江市市长, 姓名: 何文}")).Pages[0];
        var (first, second) = (page.Row("云河市市长"), page.Row("清江市市长"));
        Assert.Equal(first.Right, second.Right, 0.5);
        Assert.True(second.Baseline - first.Baseline > StampHeight);
    }

    private static MeasuredPage First(string file) => RuleDocuments.Measure(RuleDocuments.Order, file).Pages[0];

    private static MeasuredRow Mark(MeasuredPage page) => page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));
}
