using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>版头, title and 主送, measured on both files (GB/T 9704 7.2, 7.3.1, 7.3.2).</summary>
public sealed class HeadRules
{
    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-24")]
    [Trait("Rule", "G-25")]
    public void Mark_starts_72_mm_below_the_edge_with_and_without_urgency(string file)
    {
        var urgent = Mark(First(RuleDocuments.Full, file));
        var plain = Mark(First(RuleDocuments.Short, file));
        Assert.InRange(urgent.Glyphs.Min(glyph => glyph.InkTop), 71, 73);
        Assert.InRange(plain.Glyphs.Min(glyph => glyph.InkTop), 71, 73);
        Assert.Equal(plain.Baseline, urgent.Baseline, 0.1);
        Assert.StartsWith("特急", First(RuleDocuments.Full, file).Rows[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-26")]
    public void Mark_is_centred_within_the_type_area(string file)
    {
        var mark = Mark(First(RuleDocuments.Full, file));
        Assert.Equal(106, mark.Middle, 1.0);
        Assert.InRange(mark.Left, 28, 60);
        Assert.InRange(mark.Right, 150, 184);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-27")]
    public void Mark_is_red_and_of_the_title_s_family(string file)
    {
        var page = First(RuleDocuments.Full, file);
        var title = page.Rows.First(row => Math.Abs(row.Size - 22) < 0.3);
        Assert.All(Mark(page).Glyphs, glyph => Assert.True(glyph.IsRed));
        Assert.Equal(FamilyOf(title), FamilyOf(Mark(page)));
        Assert.NotEqual(FamilyOf(page.Row("云办发")), FamilyOf(title));

        // Without the tag of its subset.
        static string FamilyOf(MeasuredRow row) => row.Glyphs[0].Font[(row.Glyphs[0].Font.IndexOf('+', StringComparison.Ordinal) + 1)..];
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-29")]
    [Trait("Rule", "G-30")]
    [Trait("Rule", "G-31")]
    public void Number_stands_two_lines_below_the_mark_centred_in_its_form(string file)
    {
        var page = First(RuleDocuments.Full, file);
        var number = page.Row("云办发");
        Assert.Matches("^[\u4e00-\u9fa5]{1,12}〔(19|20)\\d{2}〕[1-9]\\d*号$", number.Text);
        Assert.Equal(20.78, number.BoxTop - Mark(page).Glyphs.Max(glyph => glyph.InkBottom), 1.5);
        Assert.Equal(106, number.Middle, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-35")]
    [Trait("Rule", "G-36")]
    public void Red_rule_lies_4_mm_below_the_number_as_wide_as_the_type_area(string file)
    {
        var page = First(RuleDocuments.Full, file);
        var rule = RedRule(page);
        Assert.Equal(4, rule.Y - page.Row("云办发").BoxBottom, 0.5);
        Assert.Equal(28, rule.Left, 0.5);
        Assert.Equal(156, rule.Length, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-40")]
    [Trait("Rule", "G-41")]
    public void Title_is_size_2_two_lines_below_the_rule(string file)
    {
        var page = First(RuleDocuments.Full, file);
        var title = Title(page);
        Assert.All(title.SelectMany(row => row.Glyphs), glyph => Assert.Equal(22, glyph.Size, 0.3));
        Assert.Equal(20.78, title[0].BoxTop - RedRule(page).Y, 1.5);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-42")]
    [Trait("Rule", "G-43")]
    public void Title_rows_are_centred_whole_and_without_an_hourglass(string file)
    {
        var title = Title(First(RuleDocuments.Full, file));
        var lengths = title.Select(row => row.Glyphs.Count).ToList();
        Assert.Equal(RuleDocuments.LongTitle, string.Concat(title.Select(row => row.Text)));
        Assert.Matches("关于.+的.*通知$", RuleDocuments.LongTitle);
        Assert.InRange(title.Count, 3, 4);
        Assert.All(title, row => Assert.Equal(106, row.Middle, 1.0));
        Assert.All(lengths, length => Assert.InRange(length, 4, 24));
        for (var row = 1; row < lengths.Count - 1; row++)
            Assert.False(lengths[row] < lengths[..row].Max() && lengths[row] < lengths[(row + 1)..].Max(), string.Join('/', lengths));
        Assert.Contains(title, row => row.Text.Contains("二十四小时", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-44")]
    public void Recipients_stand_one_line_below_the_title_flush_and_end_with_a_colon(string file)
    {
        var page = First(RuleDocuments.Full, file);
        var recipients = page.Row("各县");
        Assert.Equal(10.39, recipients.BoxTop - Title(page)[^1].BoxBottom, 1.5);
        Assert.Equal(28, recipients.Left, 1.0);
        Assert.EndsWith("：", recipients.Text, StringComparison.Ordinal);
    }

    private static MeasuredPage First(string name, string file) => RuleDocuments.Measure(name, file).Pages[0];

    private static MeasuredRow Mark(MeasuredPage page) => page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));

    private static MeasuredLine RedRule(MeasuredPage page) => page.Lines.First(line => line.IsRed);

    private static List<MeasuredRow> Title(MeasuredPage page) => [.. page.Rows.Where(row => Math.Abs(row.Size - 22) < 0.5)];
}
