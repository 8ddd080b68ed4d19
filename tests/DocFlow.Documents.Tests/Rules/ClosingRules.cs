using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>附件说明, 署名, date, 附注, annexes and 版记, measured on both files (GB/T 9704 7.3.4 to 7.4).</summary>
public sealed class ClosingRules
{
    private const double Cell = 156.0 / 28;

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-49")]
    public void Annex_list_stands_one_row_below_the_text_two_characters_in_without_end_mark(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.LongName, file).Pages[0];
        var list = page.Row("附件：");
        Assert.Equal(2 * 10.39, list.Baseline - page.Row("经研究").Baseline, 1.5);
        Assert.Equal(28 + 2 * Cell, list.Left, 0.8);
        Assert.Equal("附件：工作安排表", list.Text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-50")]
    public void Several_annexes_are_numbered_and_wrap_under_their_names(string file)
    {
        var rows = RuleDocuments.Measure(RuleDocuments.Full, file).AllRows.ToList();
        var first = rows.Single(row => row.Text.StartsWith("附件：1.", StringComparison.Ordinal));
        var second = rows.FindIndex(row => row.Text.StartsWith("2.云河市", StringComparison.Ordinal));
        Assert.Equal(first.Glyphs[3].Left, rows[second].Left, 0.8);
        Assert.Equal(rows[second].Glyphs[2].Left, rows[second + 1].Left, 0.8);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-51")]
    [Trait("Rule", "G-52")]
    [Trait("Rule", "G-53")]
    public void Sealed_date_ends_four_characters_from_the_right_below_the_middle_of_the_name(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Short, file).Pages[0];
        var date = page.Rows.Single(row => row.Text == "2026年12月4日");
        var name = page.Rows.Last(row => row.Text == Sources.Issuer);
        Assert.Matches(@"^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$", date.Text);
        Assert.Equal(161.71, date.Right, 2.0);
        Assert.Equal(date.Middle, name.Middle, 1.0);
        Assert.Equal(10.39, date.Baseline - name.Baseline, 0.2);
    }

    [Theory]
    [Trait("Rule", "G-58")]
    [InlineData(RuleDocuments.LongName, "pdf", Sources.Issuer, 2.0, 2.5)]
    [InlineData(RuleDocuments.LongName, "docx", Sources.Issuer, 2.0, 2.5)]
    [InlineData(RuleDocuments.ShortName, "pdf", RuleDocuments.ShortIssuer, 6.5, 2.0)]
    [InlineData(RuleDocuments.ShortName, "docx", RuleDocuments.ShortIssuer, 6.5, 2.0)]
    public void Unsealed_name_and_date_follow_the_formula(string name, string file, string issuer, double nameIndent, double dateIndent)
    {
        var page = RuleDocuments.Measure(name, file).Pages[0];
        var above = page.Rows.Last(row => row.Text.StartsWith("附件：", StringComparison.Ordinal) || row.Text.StartsWith("经研究", StringComparison.Ordinal));
        var nameRow = page.Rows.Last(row => row.Text == issuer);
        var date = page.Rows.Single(row => row.Text == "2026年12月4日");
        Assert.Equal(184 - nameIndent * Cell, nameRow.Right, 1.0);
        Assert.Equal(184 - dateIndent * Cell, date.Right, 1.0);
        Assert.Equal(2 * Cell, date.Left - nameRow.Left, 1.0);
        Assert.Equal(2 * 10.39, nameRow.Baseline - above.Baseline, 1.5);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-60")]
    public void Name_and_date_share_a_page_with_text(string file)
    {
        foreach (var name in new[] { RuleDocuments.Full, RuleDocuments.Long, RuleDocuments.Short, RuleDocuments.Punctuated })
        {
            var page = RuleDocuments.Measure(name, file).Pages.Single(page => page.Rows.Any(row => row.Text.EndsWith('日') && row.Text.StartsWith("2026年", StringComparison.Ordinal) && row.Left > 100 && row.Size > 15));
            var date = page.Rows.Single(row => row.Text.EndsWith('日') && row.Left > 100 && row.Size > 15);
            Assert.Contains(page.Rows, row => row.Baseline < date.Baseline - 20 && row.Left < 40 && row.Size is > 15 and < 17 && row.Text.Length > 1);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-62")]
    public void Note_stands_in_brackets_two_characters_in_on_the_row_after_the_date(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Short, file).Pages[0];
        var note = page.Row("（此件");
        Assert.Equal("（此件公开发布）", note.Text);
        Assert.Equal(28 + 2 * Cell, note.Left, 0.8);
        Assert.Equal(10.39, note.Baseline - page.Row("2026年12月4日").Baseline, 0.2);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-63")]
    [Trait("Rule", "G-64")]
    [Trait("Rule", "G-65")]
    [Trait("Rule", "G-66")]
    public void Annexes_start_pages_with_label_on_row_1_and_the_listed_title_on_row_3(string file)
    {
        var pdf = RuleDocuments.Measure(RuleDocuments.Full, file);
        var listed = pdf.AllRows.SkipWhile(row => !row.Text.StartsWith("附件：1.", StringComparison.Ordinal)).Take(3).Select(row => row.Text).ToList();
        Assert.Equal(["附件：1.工作安排表", "2." + RuleDocuments.LongAnnexName], new[] { listed[0], listed[1] + listed[2] });
        foreach (var (label, title) in new[] { ("附件1", "工作安排表"), ("附件2", RuleDocuments.LongAnnexName) })
        {
            var page = pdf.Pages.Single(page => page.Rows[0].Text == label);
            var rows = page.Rows.Where(row => Math.Abs(row.Size - 22) < 0.5).ToList();
            Assert.Equal(28, page.Rows[0].Left, 1.0);
            Assert.Equal(16, page.Rows[0].Size, 0.3);
            Assert.Contains("Hei", page.Rows[0].Glyphs[0].Font, StringComparison.Ordinal);
            Assert.InRange(page.Rows[0].BoxTop, 36, 38);
            Assert.Equal(title, string.Concat(rows.Select(row => row.Text)));
            Assert.All(rows, row => Assert.Equal(106, row.Middle, 1.0));
            Assert.Equal(2 * 10.39, rows[0].Baseline - page.Rows[0].Baseline, 1.5);
            Assert.DoesNotContain(pdf.Pages.Take(page.Number - 1), earlier => earlier.Rows.Any(row => row.Text.StartsWith("抄送", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-67")]
    public void Annexes_bound_apart_follow_the_imprint_under_the_document_s_number_with_pages_of_their_own(string file)
    {
        var pages = RuleDocuments.Measure(RuleDocuments.Detached, file).Pages;
        var bound = pages.Single(page => page.Rows.Any(row => row.Text == "附件1"));
        var imprint = pages.Single(page => page.Rows.Any(row => row.Text.StartsWith("抄送：", StringComparison.Ordinal)));
        var first = pages.Single(page => page.Rows.Any(row => row.Text == "云办发〔2026〕37号附件2"));
        var second = pages.Single(page => page.Rows.Any(row => row.Text == "云办发〔2026〕37号附件3"));
        Assert.True(bound.Number < imprint.Number && imprint.Number < first.Number && first.Number + 1 < second.Number);
        foreach (var page in new[] { first, second })
        {
            Assert.Equal(1, page.Number % 2);
            Assert.InRange(page.Rows[0].BoxTop, 36, 38);
            Assert.Equal(28, page.Rows[0].Left, 1.0);
            Assert.Contains("Fang", page.Rows[0].Glyphs[0].Font, StringComparison.Ordinal);
            Assert.All(page.Rows[0].Glyphs.TakeLast(3), glyph => Assert.Contains("Hei", glyph.Font, StringComparison.Ordinal));
            Assert.Equal(2 * 10.39, page.Rows[1].Baseline - page.Rows[0].Baseline, 1.5);
            Assert.Equal("—1—", NumberOf(page));
        }

        // The back of the first one's only sheet is blank.
        Assert.Empty(pages[first.Number].Rows);
        Assert.Equal("—2—", NumberOf(pages[second.Number]));
        Assert.Contains(pages[second.Number].Rows, row => row.Text == "内容丁。");
        static string NumberOf(MeasuredPage page) => page.Rows.Single(row => row.Baseline > 263).Text.Replace(" ", "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-70")]
    [Trait("Rule", "G-71")]
    [Trait("Rule", "G-72")]
    [Trait("Rule", "G-76")]
    public void Imprint_rules_are_thick_thin_thick_and_end_on_the_type_area_of_an_even_page(string file)
    {
        var pdf = RuleDocuments.Measure(RuleDocuments.Full, file);
        var rules = pdf.Pages[^1].Lines.OrderBy(line => line.Y).ToList();
        Assert.Equal(0, pdf.Pages.Count % 2);
        Assert.Equal(3, rules.Count);
        Assert.Equal(262, rules[^1].Y, 1.0);
        Assert.All(rules, rule => Assert.Equal(28, rule.Left, 1.0));
        Assert.All(rules, rule => Assert.Equal(156, rule.Length, 1.0));
        Assert.InRange(rules[0].Thickness, 0.3, 0.45);
        Assert.InRange(rules[1].Thickness, 0.2, 0.3);
        Assert.InRange(rules[2].Thickness, 0.3, 0.45);
        var issue = pdf.Pages[^1].Row(Sources.Issuer);
        Assert.InRange(issue.Baseline, rules[1].Y, rules[2].Y);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-73")]
    public void Copies_are_size_4_one_character_in_wrapped_under_the_first_name_with_a_full_stop(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Full, file).Pages[^1];
        var rows = page.TextRows.Where(row => row.Baseline >= page.Row("抄送：").Baseline && !row.Text.EndsWith("印发", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 1);
        Assert.All(rows.SelectMany(row => row.Glyphs), glyph => Assert.Equal(14, glyph.Size, 0.3));
        Assert.All(rows.SelectMany(row => row.Glyphs), glyph => Assert.Contains("Fang", glyph.Font, StringComparison.Ordinal));
        Assert.InRange(rows[0].Left - 28, 4.5, 6.5);
        Assert.All(rows.Skip(1), row => Assert.Equal(rows[0].Glyphs[3].Left, row.Left, 1.0));
        Assert.All(rows, row => Assert.InRange(184 - row.Right, 4.5, 156));
        Assert.EndsWith("组织委员会。", rows[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-74")]
    public void Moved_recipients_stand_above_the_copies_without_a_rule_between(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.ManyRecipients, file).Pages[^1];
        var moved = page.Row("主送：");
        var copies = page.Row("抄送：");
        Assert.True(moved.Baseline < copies.Baseline);
        Assert.DoesNotContain(page.Lines, line => line.Y > moved.Baseline && line.Y < copies.Baseline - 4);
        Assert.Contains(page.Lines, line => line.Y < moved.Baseline);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-75")]
    public void Printing_organ_and_date_stand_one_character_from_the_sides(string file)
    {
        var row = RuleDocuments.Measure(RuleDocuments.Short, file).Pages[^1].Row(Sources.Issuer + "2026年12月4日印发");
        Assert.InRange(row.Left - 28, 4.5, 6.5);
        Assert.InRange(184 - row.Right, 4.5, 6.5);
        Assert.All(row.Glyphs, glyph => Assert.Equal(14, glyph.Size, 0.3));
    }
}
