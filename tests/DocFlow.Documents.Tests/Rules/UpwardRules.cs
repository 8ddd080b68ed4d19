using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Documents to superiors with all markings, measured on both files (GB/T 9704 7.2.1 to 7.2.6).</summary>
public sealed class UpwardRules
{
    private const double Cell = 156.0 / 28;

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-20")]
    [Trait("Rule", "G-22")]
    [Trait("Rule", "G-23")]
    public void Markings_stand_on_rows_1_to_3_flush_left_in_size_3(string file)
    {
        var rows = First(RuleDocuments.Upward, file).Rows.Take(3).ToList();
        Assert.Equal(["000017", "机密★3年", "特急"], rows.Select(row => row.Text));
        Assert.InRange(rows[0].BoxTop, 36, 38);
        Assert.Equal(10.39, rows[1].Baseline - rows[0].Baseline, 0.2);
        Assert.Equal(10.39, rows[2].Baseline - rows[1].Baseline, 0.2);
        Assert.All(rows, row => Assert.Equal(28, row.Left, 1.0));
        Assert.All(rows.SelectMany(row => row.Glyphs), glyph => Assert.Equal(16, glyph.Size, 0.3));
        Assert.All(new[] { rows[1].Glyphs[0], rows[1].Glyphs[1], rows[2].Glyphs[0] }, glyph => Assert.Contains("Hei", glyph.Font, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-24")]
    [Trait("Rule", "G-25")]
    public void Mark_starts_72_mm_below_the_edge_with_and_without_markings(string file)
    {
        foreach (var name in new[] { RuleDocuments.Upward, RuleDocuments.UpwardByOne })
            Assert.Equal(72, First(name, file).Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed)).Glyphs.Min(glyph => glyph.InkTop), 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-30")]
    [Trait("Rule", "G-31")]
    [Trait("Rule", "G-32")]
    [Trait("Rule", "G-34")]
    public void One_signer_ends_one_character_from_the_right_on_the_number_s_row(string file)
    {
        var page = First(RuleDocuments.UpwardByOne, file);
        var row = page.Row("云办报〔2026〕5号");
        Assert.Equal("云办报〔2026〕5号签发人：陆明", row.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(28 + Cell, row.Left, 1.0);
        Assert.Equal(184 - Cell, row.Right, 1.0);
        var markBottom = page.Rows.Single(mark => mark.Glyphs.All(glyph => glyph.IsRed)).Glyphs.Max(glyph => glyph.InkBottom);
        Assert.Equal(20.78, row.BoxTop - markBottom, 1.5);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-32")]
    [Trait("Rule", "G-34")]
    public void Several_signers_stand_two_in_a_row_the_last_on_the_number_s_row_under_the_first(string file)
    {
        var page = First(RuleDocuments.Upward, file);
        var first = page.Row("签发人：");
        var last = page.Row("云办报");
        Assert.Equal("签发人：陆明韩松云", first.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.EndsWith("许沛", last.Text, StringComparison.Ordinal);
        Assert.Equal(184 - Cell, first.Right, 1.0);
        Assert.Equal(10.39, last.Baseline - first.Baseline, 0.2);
        Assert.Equal(first.Glyphs[4].Left, last.Glyphs[^2].Left, 1.0);
        var markBottom = page.Rows.Single(mark => mark.Glyphs.All(glyph => glyph.IsRed)).Glyphs.Max(glyph => glyph.InkBottom);
        Assert.Equal(20.78, first.BoxTop - markBottom, 1.5);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-33")]
    public void The_label_is_仿宋_and_the_names_are_楷体(string file)
    {
        var row = First(RuleDocuments.Upward, file).Row("签发人：");
        Assert.All(row.Glyphs.Take(4), glyph => Assert.Contains("Fang", glyph.Font, StringComparison.Ordinal));
        Assert.All(row.Glyphs.Where(glyph => "陆明韩松云".Contains(glyph.Text, StringComparison.Ordinal)), glyph => Assert.Contains("Kai", glyph.Font, StringComparison.Ordinal));
        Assert.All(row.Glyphs, glyph => Assert.Equal(16, glyph.Size, 0.3));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-35")]
    [Trait("Rule", "G-36")]
    public void Red_rule_lies_4_mm_below_the_last_row(string file)
    {
        var page = First(RuleDocuments.Upward, file);
        var rule = page.Lines.First(line => line.IsRed);
        Assert.Equal(4, rule.Y - page.Row("云办报").BoxBottom, 0.5);
        Assert.Equal(156, rule.Length, 1.0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-62")]
    public void A_request_names_whom_to_ask_in_its_note(string file) =>
        Assert.Contains(RuleDocuments.Measure(RuleDocuments.UpwardByOne, file).AllRows, row => row.Text == "（联系人：林知远，联系电话：0000-1234567）");

    [Fact]
    [Trait("Rule", "G-21")]
    public void A_classified_document_without_copy_number_is_found()
    {
        var document = DocumentSource.Read(Sources.Notice("密级: 机密★3年"), new SourceReadOptions { AllowsClassified = true }).Document!;
        Assert.Equal(FindingSeverity.Blocking, DocumentChecker.Check(document).Single(finding => finding.Rule == "G-21").Severity);
        Assert.DoesNotContain(DocumentChecker.Check(document with { CopyNumber = "000017" }), finding => finding.Rule == "G-21");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [Trait("Rule", "G-21")]
    public void A_classified_file_without_copy_number_is_found(string file)
    {
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(Sources.Notice("密级: 机密★3年\n" + Sources.Imprint)));
        var findings = file == "pdf" ? FileChecker.CheckPdf(MeasuredPdf.Write(typeset)) : CheckedFiles.CheckWord(Write(typeset));

        Assert.Equal("机密★3年", Assert.Single(findings, finding => finding.Rule == "G-21").Text);

        static byte[] Write(TypesetDocument typeset)
        {
            using var stream = new MemoryStream();
            WordWriter.Write(typeset.Source, typeset, stream);
            return stream.ToArray();
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-20")]
    [Trait("Rule", "G-22")]
    [Trait("Rule", "G-23")]
    public void A_classified_notice_to_subordinates_has_its_markings_in_order_above_the_mark(string file)
    {
        var page = First(RuleDocuments.Classified, file);
        var rows = page.Rows.Take(3).ToList();
        Assert.Equal(["000017", "机密★3年", "特急"], rows.Select(row => row.Text));
        Assert.All(rows, row => Assert.Equal(28, row.Left, 1.0));
        Assert.Equal(72, page.Rows.Single(row => row.Glyphs.All(glyph => glyph.IsRed)).Glyphs.Min(glyph => glyph.InkTop), 1.0);
    }

    [Fact]
    [Trait("Rule", "G-22")]
    public void Classification_keeps_row_2_when_there_is_no_copy_number() =>
        Assert.Equal(37 + 10.39, MeasuredPdf.Of(Sources.Notice("密级: 机密★3年")).Pages[0].Row("机密★3年").BoxTop, 1.0);

    [Theory]
    [Trait("Rule", "G-32")]
    [InlineData("发文字号: 云办报〔2026〕5号", FindingSeverity.Blocking)]
    [InlineData("附注: 联系人：甲", FindingSeverity.Warning)]
    public void A_document_to_a_superior_without_signer_is_found_and_in_a_draft_its_place_is_kept(string number, FindingSeverity severity)
    {
        var source = Sources.Notice(number: number).Replace("文种: 通知", "文种: 报告", StringComparison.Ordinal);
        Assert.Equal(severity, DocumentChecker.Check(Sources.Read(source)).Single(finding => finding.Rule == "G-32").Severity);
        Assert.Contains("签发人：", string.Concat(MeasuredPdf.Of(source).Pages[0].Rows.Select(row => row.Text)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "G-34")]
    public void Long_names_and_numbers_never_overlap_nor_leave_the_type_area()
    {
        var row = MeasuredPdf.Of(SpecialSources.Request("签发人: [阿卜杜拉·买买提江·艾力·吾买尔·热合曼, 乙, 丙]", "")).Pages[0].Rows.Single(row => row.Text.StartsWith("云办报", StringComparison.Ordinal));
        Assert.InRange(row.Right, 28, 184.1);
        Assert.All(row.Glyphs.Zip(row.Glyphs.Skip(1)), pair => Assert.True(pair.Second.Left > pair.First.Left + 0.5));
    }

    private static MeasuredPage First(string name, string file) => RuleDocuments.Measure(name, file).Pages[0];
}
