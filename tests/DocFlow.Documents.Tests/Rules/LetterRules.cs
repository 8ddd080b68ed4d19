using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>信函格式, measured on both files (GB/T 9704 10.1).</summary>
public sealed class LetterRules
{
    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-100")]
    public void Mark_is_the_organ_s_name_30_mm_below_the_edge(string file)
    {
        var mark = Mark(First(RuleDocuments.Letter, file));
        Assert.Equal(Sources.Issuer, mark.Text);
        Assert.Equal(30, mark.Glyphs.Min(glyph => glyph.InkTop), 1.0);
        Assert.Equal(106, mark.Middle, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-101")]
    public void First_double_rule_is_thick_over_thin_4_mm_below_the_mark_and_170_mm_wide(string file)
    {
        var page = First(RuleDocuments.Letter, file);
        var rules = Rules(page).Take(2).ToList();
        Assert.Equal(4, rules[0].Y - Mark(page).Glyphs.Max(glyph => glyph.InkBottom), 0.5);
        Assert.InRange(rules[1].Y - rules[0].Y, 0.5, 1.6);
        Assert.True(rules[0].Thickness > 2 * rules[1].Thickness);
        AssertWidth(rules);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-102")]
    public void Second_double_rule_is_thin_over_thick_20_mm_from_the_foot_of_page_1_only(string file)
    {
        var pages = RuleDocuments.Measure(RuleDocuments.LongLetter, file).Pages;
        var rules = Rules(pages[0]);
        Assert.Equal(4, rules.Count);
        Assert.Equal(277, rules[3].Y, 1.0);
        Assert.Equal(277, rules[2].Y, 1.0 + 0.2);
        Assert.True(rules[3].Thickness > 2 * rules[2].Thickness);
        AssertWidth(rules);
        Assert.All(pages.Skip(1), page => Assert.Empty(Rules(page)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-103")]
    public void Markings_on_the_left_and_the_number_on_the_right_stand_4_84_mm_below_the_rule(string file)
    {
        var page = First(RuleDocuments.Letter, file);
        var row = page.Row("000017");
        Assert.Equal(4.84, row.BoxTop - Rules(page)[1].Y, 0.7);
        Assert.Equal(28, row.Left, 1.0);
        Assert.EndsWith("云办函〔2026〕21号", row.Text, StringComparison.Ordinal);
        Assert.Equal(184, row.Right, 1.0);
        Assert.Equal(28, page.Row("加急").Left, 1.0);
        Assert.Equal(10.39, page.Row("加急").Baseline - row.Baseline, 0.2);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-104")]
    public void Title_stands_two_lines_below_the_last_element(string file)
    {
        var page = First(RuleDocuments.Letter, file);
        var title = page.Rows.First(row => Math.Abs(row.Size - 22) < 0.5);
        Assert.Equal(20.78, title.BoxTop - page.Row("加急").BoxBottom, 1.5);
        Assert.Equal(106, title.Middle, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-102")]
    [Trait("Rule", "G-105")]
    public void Page_1_goes_down_to_the_rule_without_a_number_and_the_others_do_as_usual(string file)
    {
        var pages = RuleDocuments.Measure(RuleDocuments.LongLetter, file).Pages;
        Assert.DoesNotContain(pages[0].Rows, row => row.Text.Contains('—'));
        var last = pages[0].Rows[^1];
        Assert.InRange(Rules(pages[0])[2].Y - last.BoxBottom, 4.5, 4.84 + 10.39);
        foreach (var page in pages.Skip(1))
        {
            var number = page.Rows.Single(row => row.Baseline > 263);
            Assert.Equal($"—{page.Number}—", number.Text.Replace(" ", "", StringComparison.Ordinal));
            Assert.Equal(269, (number.Glyphs[0].InkTop + number.Glyphs[0].InkBottom) / 2, 1.0);
            Assert.InRange(page.TextRows.Max(row => row.BoxBottom), 40, 263);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-106")]
    public void Copies_end_the_last_page_without_rules_and_printing_organ(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.LongLetter, file).Pages[^1];
        var copies = page.Row("抄送：");
        Assert.InRange(copies.BoxBottom, 258, 263);
        Assert.Equal(14, copies.Size, 0.3);
        Assert.Empty(page.Lines);
        Assert.DoesNotContain(page.Rows, row => row.Text.Contains("印发", StringComparison.Ordinal));
        Assert.Contains(page.Rows, row => row.Text == "2026年12月4日");
    }

    [Fact]
    [Trait("Rule", "G-100")]
    public void A_joint_letter_names_the_organ_in_charge_only()
    {
        var source = SpecialSources.Letter().Replace("发文机关: " + Sources.Issuer, $"发文机关: [{Sources.Issuer}, 云河市人民政府办公室]", StringComparison.Ordinal);
        Assert.Equal(Sources.Issuer, Mark(MeasuredPdf.Of(source).Pages[0]).Text);
    }

    private static void AssertWidth(IEnumerable<MeasuredLine> rules) => Assert.All(rules, rule =>
    {
        Assert.Equal(20, rule.Left, 1.0);
        Assert.Equal(170, rule.Length, 1.0);
    });

    private static List<MeasuredLine> Rules(MeasuredPage page) => [.. page.Lines.Where(line => line.IsRed).OrderBy(line => line.Y)];

    private static MeasuredPage First(string name, string file) => RuleDocuments.Measure(name, file).Pages[0];

    private static MeasuredRow Mark(MeasuredPage page) => page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed));
}
