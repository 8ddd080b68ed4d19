using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Each rule finds what breaks it, and nothing in a clean document.</summary>
public sealed class DocumentCheckerTests
{
    [Fact]
    public void A_clean_document_has_no_findings() => Assert.Empty(Check(Sources.Notice(Sources.Imprint)));

    [Theory]
    [Trait("Rule", "G-29")]
    [InlineData("云办发[2026]37号")]
    [InlineData("云办发（2026）37号")]
    [InlineData("云办发〔2026〕037号")]
    [InlineData("云办发〔2026〕第37号")]
    [InlineData("云办发〔26〕37号")]
    public void A_wrong_number_blocks(string number) =>
        AssertFinds("G-29", FindingSeverity.Blocking, Check(Sources.Notice(Sources.Imprint, number: $"发文字号: \"{number}\"")));

    [Theory]
    [Trait("Rule", "G-43")]
    [InlineData("中共云河市委办公室关于开展活动的意见")]
    [InlineData("中共云河市委办公室开展活动通知")]
    [InlineData("中共云河市委办公室关于开展活动的通知。")]
    public void A_wrong_title_blocks(string title) => AssertFinds("G-43", FindingSeverity.Blocking, Check(Sources.Notice(Sources.Imprint, title: title)));

    [Theory]
    [Trait("Rule", "G-29")]
    [InlineData("依据云办发[2026]37号执行。", "G-29", FindingSeverity.Blocking)]
    [Trait("Rule", "G-51")]
    [InlineData("于2026年01月5日报送。", "G-51", FindingSeverity.Blocking)]
    [InlineData("于2026年1月05日报送。", "G-51", FindingSeverity.Blocking)]
    [Trait("Rule", "G-61")]
    [InlineData("（此页无正文）", "G-61", FindingSeverity.Blocking)]
    [Trait("Rule", "G-93")]
    [InlineData("加强领导,落实责任。", "G-93", FindingSeverity.Blocking)]
    [Trait("Rule", "G-94")]
    [InlineData("共１２项。", "G-94", FindingSeverity.Blocking)]
    [InlineData("26年度工作。", "G-94", FindingSeverity.Blocking)]
    [Trait("Rule", "G-47")]
    [InlineData("1、加强领导", "G-47", FindingSeverity.Info)]
    [InlineData("①加强领导", "G-47", FindingSeverity.Info)]
    [Trait("Rule", "G-48")]
    [InlineData("一、甲\n三、乙", "G-48", FindingSeverity.Info)]
    [InlineData("（一）甲", "G-48", FindingSeverity.Info)]
    [InlineData("一、甲\n（一）乙\n（三）丙", "G-48", FindingSeverity.Info)]
    public void Wrong_words_are_found(string body, string rule, FindingSeverity severity)
    {
        var finding = AssertFinds(rule, severity, Check(Sources.Notice(Sources.Imprint, body)));

        Assert.True(finding.Line >= 11, $"line {finding.Line}");
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Fix);
    }

    [Theory]
    [InlineData("一、甲\n（一）乙\n（二）丙\n1.丁\n2.戊\n二、己\n（一）庚")]
    [InlineData("一、甲\n1.乙\n2.丙\n（1）丁")]
    [InlineData("比分为3:2，网址为 http://example.cn/a,b，时间为8:30。")]
    [InlineData("2026年12月4日，云办发〔2026〕37号。")]
    [InlineData("时间为14:00至16:00年度工作会议在一号会议室举行。")]
    public void Right_words_are_not(string body) => Assert.Empty(Check(Sources.Notice(Sources.Imprint, body)));

    [Fact]
    [Trait("Rule", "G-49")]
    public void An_annex_name_ends_without_punctuation() =>
        AssertFinds("G-49", FindingSeverity.Blocking, Check(Sources.Notice("附件: [工作安排表。]\n" + Sources.Imprint)));

    private static Finding AssertFinds(string rule, FindingSeverity severity, IReadOnlyList<Finding> findings)
    {
        var finding = Assert.Single(findings, finding => finding.Rule == rule);
        Assert.Equal(severity, finding.Severity);
        return finding;
    }

    private static IReadOnlyList<Finding> Check(string source)
    {
        var reading = DocumentSource.Read(source);
        Assert.Empty(reading.Problems);
        return DocumentChecker.Check(reading.Document!);
    }
}
