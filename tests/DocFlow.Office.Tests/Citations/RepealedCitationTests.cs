using DocFlow.Documents.Checking;
using DocFlow.Office.Citations;

namespace DocFlow.Office.Tests.Citations;

/// <summary>T-21: what was repealed isn't cited as a ground.</summary>
public sealed class RepealedCitationTests
{
    private static readonly HashSet<string> Repealed = ["云办发〔2026〕37号"];

    [Theory]
    [InlineData("根据云办发〔2026〕37号，", 1)]
    [InlineData("《关于开展“无会周”活动的通知》（云办发〔2026〕37号）", 1)]
    [InlineData("云办发〔2026〕37号和云办发〔2026〕37号", 2)]
    [InlineData("云办发〔2026〕3号、云办发〔2026〕370号、云办函〔2026〕37号、云办发〔2025〕37号", 0)]
    [InlineData("没有引用", 0)]
    public void Each_citation_of_a_repealed_document_is_flagged_and_no_other_number(string text, int times)
    {
        var findings = RepealedCitationRule.Check($"第一行\n{text}", Repealed);

        Assert.Equal(times, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("T-21", FindingSeverity.Warning, 2, "云办发〔2026〕37号"), (finding.Rule, finding.Severity, finding.Line, finding.Text)));
    }
}
