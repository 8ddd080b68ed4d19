using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>What a meeting passes bears its date in round brackets under the title (题注) and no name, date or seal at the end; measured on both files.</summary>
public sealed class CaptionRules
{
    private const string Caption = "（2026年12月4日中国共产党云河市第八届委员会第九次全体会议通过）";

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void Caption_stands_in_the_middle_on_the_rows_after_the_title_in_size_three_Kai(string file)
    {
        var rows = RuleDocuments.Measure(RuleDocuments.Resolution, file).Pages[0].TextRows.ToList();
        var first = rows.FindIndex(row => row.Text.StartsWith("（2026年", StringComparison.Ordinal));
        var last = rows.FindIndex(row => row.Text.EndsWith("通过）", StringComparison.Ordinal));

        Assert.Equal(Caption, string.Concat(rows[first..(last + 1)].Select(row => row.Text)));
        Assert.EndsWith("决议", rows[first - 1].Text, StringComparison.Ordinal);
        Assert.Equal(4.84, rows[first].BoxTop - rows[first - 1].BoxBottom, 1.0);
        Assert.All(rows[first..(last + 1)], row =>
        {
            Assert.Equal(106, row.Middle, 1.0);
            Assert.Equal(16, row.Size, 0.3);
            Assert.Contains("Kai", row.Glyphs[1].Font, StringComparison.Ordinal);
        });
        Assert.Equal(10.39, rows[last + 1].BoxTop - rows[last].BoxBottom, 1.5);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_signed_at_the_end(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Resolution, file).Pages[0];

        Assert.DoesNotContain(page.TextRows, row => row.Text is Sources.Issuer or "2026年12月4日");
        Assert.Empty(page.Pictures);
    }

    [Fact]
    public void Without_words_of_its_own_the_date_alone_stands_there()
    {
        Assert.Contains(MeasuredPdf.Of(SpecialSources.Resolution(null)).Pages[0].Rows, row => row.Text == "（2026年12月4日）");
        var draft = SpecialSources.Resolution(null).Replace("\n成文日期: 2026-12-04", "", StringComparison.Ordinal);
        Assert.Contains(MeasuredPdf.Of(draft).Pages[0].Rows, row => row.Text == "（　　年　月　日）");
    }

    [Theory]
    [InlineData("署名: 中共云河市委")]
    [InlineData("用印: 印章")]
    public void A_resolution_that_is_signed_or_sealed_has_its_date_at_the_end(string front)
    {
        var page = MeasuredPdf.Of(SpecialSources.Resolution(null).Replace("文种: 决议", "文种: 决议\n" + front, StringComparison.Ordinal)).Pages[0];

        Assert.Contains(page.Rows, row => row.Text == "2026年12月4日");
        Assert.DoesNotContain(page.Rows, row => row.Text.StartsWith("（2026", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_goes_with_a_decision_but_with_no_notice_and_no_seal()
    {
        Assert.Contains(MeasuredPdf.Of(SpecialSources.Resolution().Replace("文种: 决议", "文种: 决定", StringComparison.Ordinal)).Pages[0].Rows, row => row.Text.EndsWith("通过）", StringComparison.Ordinal));
        Assert.Contains("题注", ProblemOf(SpecialSources.Resolution().Replace("文种: 决议", "文种: 通知", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("署名", ProblemOf(SpecialSources.Resolution().Replace("文种: 决议", "文种: 决议\n署名: 中共云河市委", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_of_another_day_than_the_documents_is_found()
    {
        var reading = DocumentSource.Read(SpecialSources.Resolution("2026年12月3日全体会议通过"));
        var finding = Assert.Single(DocumentChecker.Check(reading.Document!, reading.ElementLines), finding => finding.Rule == "T-11");

        Assert.Equal(reading.ElementLines["题注"], finding.Line);
        Assert.Equal("2026年12月4日", finding.Required);
    }

    private static string ProblemOf(string source) => Assert.Single(DocumentSource.Read(source).Problems).ToString();
}
