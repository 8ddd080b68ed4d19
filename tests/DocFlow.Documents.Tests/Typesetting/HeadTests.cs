using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>版头 and title, measured on the PDF (GB/T 9704 7.2, 7.3.1, 7.3.2).</summary>
public sealed class HeadTests
{
    private static readonly MeasuredPdf Plain = MeasuredPdf.Of(Sources.Notice());

    private static MeasuredPage First => Plain.Pages[0];

    private static MeasuredRow Mark => First.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));

    private static MeasuredLine RedRule => First.Lines.Single(line => line.IsRed);

    [Fact]
    [Trait("Rule", "G-24")]
    public void Mark_starts_72_mm_below_the_edge() => Assert.InRange(Mark.Glyphs.Min(glyph => glyph.InkTop), 71, 73);

    [Fact]
    [Trait("Rule", "G-25")]
    public void Urgency_does_not_push_the_mark_down()
    {
        var urgent = MeasuredPdf.Of(Sources.Notice("紧急程度: 特急\n份号: \"000017\"")).Pages[0];

        Assert.Equal(Mark.Baseline, urgent.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed)).Baseline, 0.01);
        Assert.Equal(28, urgent.Row("特急").Left, 1.0);
    }

    [Fact]
    [Trait("Rule", "G-20")]
    [Trait("Rule", "G-23")]
    public void Copy_number_and_urgency_stand_in_rows_1_and_2_flush_left_in_size_3()
    {
        var page = MeasuredPdf.Of(Sources.Notice("紧急程度: 特急\n份号: \"000017\"")).Pages[0];
        var (number, urgency) = (page.Row("000017"), page.Row("特急"));

        Assert.InRange(number.BoxTop, 36, 38);
        Assert.Equal(10.39, urgency.Baseline - number.Baseline, 0.2);
        Assert.All([number, urgency], row => Assert.Equal(28, row.Left, 1.0));
        Assert.All(number.Glyphs.Concat(urgency.Glyphs), glyph => Assert.Equal(16, glyph.Size, 0.3));
        Assert.All(urgency.Glyphs, glyph => Assert.Contains("Hei", glyph.Font, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "G-26")]
    public void Mark_is_centred_within_the_type_area()
    {
        Assert.InRange(Mark.Middle, 105, 107);
        Assert.InRange(Mark.Right - Mark.Left, 100, 156.1);
    }

    [Theory]
    [Trait("Rule", "G-26")]
    [InlineData("中共云河市委")]
    [InlineData("中共云河市委云河市人民政府机构编制委员会办公室")]
    public void Mark_fits_whatever_its_length(string issuer)
    {
        var page = MeasuredPdf.Of(Sources.Notice().Replace("发文机关: " + Sources.Issuer, "发文机关: " + issuer, StringComparison.Ordinal)).Pages[0];
        var mark = page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));

        Assert.InRange(mark.Left, 27.9, 106);
        Assert.InRange(mark.Right, 106, 184.1);
        Assert.InRange(mark.Glyphs.Min(glyph => glyph.InkTop), 71, 73);
    }

    [Fact]
    [Trait("Rule", "G-30")]
    public void Number_stands_two_lines_below_the_mark() =>
        Assert.InRange(First.Row("云办发").BoxTop - Mark.Glyphs.Max(glyph => glyph.InkBottom), 20.78 - 1.5, 20.78 + 1.5);

    [Fact]
    [Trait("Rule", "G-31")]
    public void Number_is_centred() => Assert.InRange(First.Row("云办发").Middle, 105, 107);

    [Fact]
    [Trait("Rule", "G-30")]
    public void A_draft_keeps_the_place_of_its_number()
    {
        var draft = MeasuredPdf.Of(Sources.Notice(number: "附注: 内部资料")).Pages[0];

        Assert.Equal(RedRule.Y, draft.Lines.Single(line => line.IsRed).Y, 0.01);
    }

    [Fact]
    [Trait("Rule", "G-35")]
    public void Red_rule_lies_4_mm_below_the_number() => Assert.InRange(RedRule.Y - First.Row("云办发").BoxBottom, 3.5, 4.5);

    [Fact]
    [Trait("Rule", "G-36")]
    public void Red_rule_is_as_wide_as_the_type_area()
    {
        Assert.Equal(28, RedRule.Left, 0.5);
        Assert.Equal(156, RedRule.Length, 1.0);
    }

    [Fact]
    [Trait("Rule", "G-40")]
    public void Title_is_size_2() => Assert.Equal(22, First.Row(Sources.Issuer + "关于").Size, 0.3);

    [Fact]
    [Trait("Rule", "G-41")]
    public void Title_stands_two_lines_below_the_rule() =>
        Assert.InRange(First.Row(Sources.Issuer + "关于").BoxTop - RedRule.Y, 20.78 - 1.5, 20.78 + 1.5);

    [Fact]
    [Trait("Rule", "G-44")]
    public void Recipients_stand_one_line_below_the_title_and_end_with_a_colon()
    {
        var title = First.Rows.Last(row => Math.Abs(row.Size - 22) < 0.3);
        var recipients = First.Row("各县");

        Assert.InRange(recipients.BoxTop - title.BoxBottom, 10.39 - 1.5, 10.39 + 1.5);
        Assert.Equal(28, recipients.Left, 1.0);
        Assert.EndsWith("：", recipients.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "G-42")]
    [InlineData("中共云河市委办公室关于开展“无会周”活动的通知")]
    [InlineData("中共云河市委办公室关于印发《云河市机关公文处理工作规范》的通知")]
    [InlineData("中共云河市委办公室关于进一步加强和改进全市机关值班工作严格落实领导干部带班制度有关事项的通知")]
    public void Title_rows_are_centred_alike_and_without_an_hourglass(string title)
    {
        var rows = MeasuredPdf.Of(Sources.Notice(title: title)).Pages[0].Rows.Where(row => Math.Abs(row.Size - 22) < 0.3).ToList();
        var lengths = rows.Select(row => row.Text.Length).ToList();

        Assert.Equal(title, string.Concat(rows.Select(row => row.Text)));
        Assert.All(rows, row => Assert.InRange(row.Middle, 104.5, 107.5));
        Assert.All(lengths, length => Assert.InRange(length, 4, 24));
        for (var row = 1; row < lengths.Count - 1; row++)
            Assert.False(lengths[row] < lengths[..row].Max() && lengths[row] < lengths[(row + 1)..].Max(), $"hourglass: {string.Join('/', lengths)}");
        Assert.DoesNotContain(rows, row => row.Text.StartsWith('的'));
    }

    [Theory]
    [Trait("Rule", "G-42")]
    [InlineData("关于预告“年度工作部署会”的通知", "预告")]
    [InlineData("关于变更“重点项目调研”安排的通知", "变更")]
    [InlineData("关于催办“清理规范议事协调机构”督办事项的函", "督办")]
    public void Title_rows_keep_a_word_whole(string rest, string word)
    {
        var rows = MeasuredPdf.Of(Sources.Notice(title: Sources.Issuer + rest)).Pages[0].Rows.Where(row => Math.Abs(row.Size - 22) < 0.3).ToList();

        Assert.True(rows.Count > 1);
        Assert.Contains(rows, row => row.Text.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "G-42")]
    public void A_slash_in_the_title_forces_a_row_and_is_not_printed()
    {
        var rows = MeasuredPdf.Of(Sources.Notice(title: "中共云河市委办公室/关于开展“无会周”活动的通知")).Pages[0].Rows.Where(row => Math.Abs(row.Size - 22) < 0.3).ToList();

        Assert.Equal(["中共云河市委办公室", "关于开展“无会周”活动的通知"], rows.Select(row => row.Text));
    }
}
