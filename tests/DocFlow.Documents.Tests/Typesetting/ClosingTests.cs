using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>What follows the text: 附件说明, 署名, date, 附注, annexes, 版记, page numbers (GB/T 9704 7.3.4 to 7.5).</summary>
public sealed class ClosingTests
{
    private const double Cell = 156.0 / 28;
    private const string TwoAnnexes = "附件:\n  - 标题: 工作安排表\n    正文: 内容甲。\n  - 标题: 云河市机关工作人员值班值守联系人名单及应急处置流程说明材料汇编（第一批）\n    正文: 内容乙。\n";

    private static readonly MeasuredPdf Sealed = MeasuredPdf.Of(Sources.Notice(Sources.Imprint + "\n附注: 此件公开发布"));
    private static readonly MeasuredPdf WithAnnexes = MeasuredPdf.Of(Sources.Notice(TwoAnnexes + Sources.Imprint));

    [Fact]
    [Trait("Rule", "G-49")]
    public void Annex_list_stands_one_row_below_the_text_two_characters_in()
    {
        var page = MeasuredPdf.Of(Sources.Notice("附件: [工作安排表]")).Pages[0];
        var body = page.Row("经研究");
        var list = page.Row("附件：");

        Assert.Equal(2 * 10.39, list.Baseline - body.Baseline, 1.5);
        Assert.Equal(28 + 2 * Cell, list.Left, 0.8);
        Assert.Equal("附件：工作安排表", list.Text);
    }

    [Fact]
    [Trait("Rule", "G-50")]
    public void Several_annexes_are_numbered_and_wrap_under_their_names()
    {
        var rows = WithAnnexes.AllRows.ToList();
        var first = rows.Single(row => row.Text.StartsWith("附件：1.", StringComparison.Ordinal));
        var second = rows.Single(row => row.Text.StartsWith("2.云河市", StringComparison.Ordinal));
        var wrapped = rows[rows.IndexOf(second) + 1];

        Assert.Equal(first.Glyphs[3].Left, second.Left, 0.8);
        Assert.Equal(second.Glyphs[2].Left, wrapped.Left, 0.8);
    }

    [Fact]
    [Trait("Rule", "G-52")]
    public void Sealed_date_ends_four_characters_from_the_right() => Assert.InRange(Date(Sealed).Right, 161.71 - 2, 161.71 + 2);

    [Fact]
    [Trait("Rule", "G-53")]
    public void Sealed_name_is_centred_on_the_date()
    {
        var name = Sealed.Pages[0].Rows.Last(row => row.Text == Sources.Issuer);

        Assert.Equal(Date(Sealed).Middle, name.Middle, 1.0);
        Assert.Equal(10.39, Date(Sealed).Baseline - name.Baseline, 0.2);
    }

    [Theory]
    [Trait("Rule", "G-58")]
    [InlineData("中共云河市委办公室", 2.0, 2.5)]
    [InlineData("云河市委", 6.5, 2.0)]
    public void Unsealed_name_and_date_follow_the_formula(string name, double nameIndent, double dateIndent)
    {
        var page = MeasuredPdf.Of(Sources.Notice($"用印: 无\n署名: {name}")).Pages[0];
        var nameRow = page.Rows.Last(row => row.Text == name);
        var date = page.Rows.Single(row => row.Text == "2026年12月4日");

        // Widths: nine or four characters against 6.5; the indents come from 7.3.5.2's closed form.
        Assert.Equal(184 - nameIndent * Cell, nameRow.Right, 1.0);
        Assert.Equal(184 - dateIndent * Cell, date.Right, 1.0);
        Assert.Equal(2 * Cell, date.Left - nameRow.Left, 1.0);
        Assert.Equal(2 * 10.39, nameRow.Baseline - page.Row("经研究").Baseline, 1.5);
    }

    [Fact]
    [Trait("Rule", "G-60")]
    public void Name_and_date_share_a_page_with_text_however_long_it_is()
    {
        for (var length = 100; length < 900; length += 28)
        {
            var body = string.Concat(Enumerable.Repeat(Sources.PlainWords, 15))[..length];
            var pdf = MeasuredPdf.Of(Sources.Notice(body: body + "。"));
            var page = pdf.Pages.Single(page => page.Rows.Any(row => row.Text == "2026年12月4日"));

            Assert.True(page.Rows.Any(row => row.Glyphs.Count > 1 && body.Contains(row.Text.TrimEnd('。'), StringComparison.Ordinal)), $"no text beside the date at {length} characters");
        }
    }

    [Fact]
    [Trait("Rule", "G-60")]
    public void A_text_of_one_row_keeps_page_1_and_its_list_goes_over_with_the_name_and_date()
    {
        var title = "标题: " + Sources.Issuer + "关于" + string.Concat(Enumerable.Repeat("进一步加强和改进全市机关值班工作", 4)) + "的通知";
        var source = Sources.Notice("附件: [工作安排表]", "请遵照执行。").Replace("标题: " + Sources.Issuer + "关于开展“无会周”活动的通知", title, StringComparison.Ordinal);
        var pages = MeasuredPdf.Of(source).Pages;

        Assert.Contains(pages[0].Rows, row => row.Text == "请遵照执行。");
        Assert.Equal(["附件：工作安排表", Sources.Issuer, "2026年12月4日"], pages[1].TextRows.Select(row => row.Text));
    }

    [Fact]
    [Trait("Rule", "G-60")]
    public void Name_and_date_that_cannot_share_a_page_with_text_are_found()
    {
        var title = Sources.Issuer + "关于" + string.Concat(Enumerable.Repeat("进一步加强和改进全市机关值班工作", 6)) + "的通知";
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(Sources.Notice(body: "请遵照执行。", title: title)));

        Assert.Equal(2, typeset.Findings.Single(finding => finding.Rule == "G-60").Page);
    }

    [Fact]
    [Trait("Rule", "G-61")]
    public void The_words_此页无正文_are_never_set() => Assert.DoesNotContain(WithAnnexes.AllRows, row => row.Text.Contains("此页无正文", StringComparison.Ordinal));

    [Fact]
    [Trait("Rule", "G-62")]
    public void Note_stands_in_brackets_on_the_row_after_the_date()
    {
        var note = Sealed.Pages[0].Row("（此件");

        Assert.Equal("（此件公开发布）", note.Text);
        Assert.Equal(28 + 2 * Cell, note.Left, 3.0);
        Assert.Equal(10.39, note.Baseline - Date(Sealed).Baseline, 0.2);
    }

    [Fact]
    [Trait("Rule", "G-63")]
    [Trait("Rule", "G-64")]
    [Trait("Rule", "G-65")]
    [Trait("Rule", "G-66")]
    public void Annexes_start_pages_with_label_on_row_1_and_title_on_row_3()
    {
        var page = WithAnnexes.Pages.Single(page => page.Rows[0].Text == "附件1");
        var label = page.Rows[0];
        var title = page.Row("工作安排表");

        Assert.Equal(28, label.Left, 1.0);
        Assert.Contains("Hei", label.Glyphs[0].Font, StringComparison.Ordinal);
        Assert.InRange(label.BoxTop, 36, 38);
        Assert.Equal(106, title.Middle, 1.0);
        Assert.Equal(2 * 10.39, title.Baseline - label.Baseline, 1.5);
        Assert.Equal("附件2", WithAnnexes.Pages[page.Number].Rows[0].Text);
        Assert.DoesNotContain(WithAnnexes.Pages.Take(page.Number), earlier => earlier.Rows.Any(row => row.Text.StartsWith("抄送", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Rule", "G-70")]
    [Trait("Rule", "G-72")]
    [Trait("Rule", "G-76")]
    public void Imprint_rules_are_thick_thin_thick_and_end_on_the_type_area()
    {
        var rules = WithAnnexes.Pages[^1].Lines.OrderBy(line => line.Y).ToList();

        Assert.Equal(3, rules.Count);
        Assert.Equal(262, rules[^1].Y, 1.0);
        Assert.All(rules, rule => Assert.Equal(156, rule.Length, 1.0));
        Assert.InRange(rules[0].Thickness, 0.3, 0.45);
        Assert.InRange(rules[1].Thickness, 0.2, 0.3);
        Assert.InRange(rules[2].Thickness, 0.3, 0.45);
    }

    [Fact]
    [Trait("Rule", "G-71")]
    public void Imprint_stands_on_an_even_page()
    {
        Assert.All([Sealed, WithAnnexes, MeasuredPdf.Of(Sources.Notice(Sources.Imprint, Sources.LongBody()))], pdf =>
        {
            Assert.Equal(0, pdf.Pages.Count % 2);
            Assert.Contains(pdf.Pages[^1].Rows, row => row.Text.StartsWith("抄送：", StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Rule", "G-73")]
    public void Copies_are_size_4_one_character_in_wrapped_under_the_first_name_with_a_full_stop()
    {
        var names = string.Join(", ", Enumerable.Range(1, 8).Select(number => $"市第{number}届运动会组织委员会"));
        var page = MeasuredPdf.Of(Sources.Notice($"抄送: [{names}]\n印发机关: 中共云河市委办公室\n印发日期: 2026-12-04")).Pages[^1];
        var copies = page.Row("抄送：");
        var rows = page.Rows.Where(row => row.Baseline >= copies.Baseline).ToList();

        Assert.Equal(14, copies.Size, 0.3);
        Assert.InRange(copies.Left - 28, 4.5, 6.5);
        Assert.Equal(copies.Glyphs[3].Left, rows[1].Left, 1.0);
        Assert.All(rows.Where(row => row.Baseline < 254), row => Assert.InRange(184 - row.Right, 3.5, 156));
        Assert.Contains(rows, row => row.Text.EndsWith("组织委员会。", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "G-75")]
    public void Printing_organ_and_date_stand_one_character_from_the_sides()
    {
        var row = Sealed.Pages[^1].Row("中共云河市委办公室2026年12月4日印发");

        Assert.InRange(row.Left - 28, 4.5, 6.5);
        Assert.InRange(184 - row.Right, 4.5, 6.5);
        Assert.Equal(14, row.Size, 0.3);
    }

    [Fact]
    [Trait("Rule", "G-77")]
    public void A_face_for_the_imprint_alone_carries_no_number()
    {
        Assert.Equal(2, Sealed.Pages.Count);
        Assert.DoesNotContain(Sealed.Pages[1].Rows, row => row.Text.Contains('—'));
    }

    [Fact]
    [Trait("Rule", "G-80")]
    [Trait("Rule", "G-81")]
    [Trait("Rule", "G-82")]
    [Trait("Rule", "G-83")]
    public void Page_numbers_stand_outside_7_mm_below_the_type_area_and_go_on_through_annexes()
    {
        var pdf = MeasuredPdf.Of(Sources.Notice(TwoAnnexes, Sources.LongBody()));
        foreach (var page in pdf.Pages)
        {
            var row = page.Rows.Single(row => row.Baseline > 263);
            Assert.Equal($"—{page.Number}—", row.Text.Replace(" ", "", StringComparison.Ordinal));
            Assert.Equal(14, row.Size, 0.3);
            var dash = row.Glyphs[0];
            Assert.Equal(269, (dash.InkTop + dash.InkBottom) / 2, 1.0);
            if (page.Number % 2 == 1)
                Assert.InRange(row.Right, 176.4, 180.4);
            else
                Assert.InRange(row.Left, 31.6, 35.6);
        }
    }

    private static MeasuredRow Date(MeasuredPdf pdf) => pdf.Pages[0].Rows.Single(row => row.Text == "2026年12月4日");
}
