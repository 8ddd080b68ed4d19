using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Faults of elements that only a source tells, each found at the line of its element.</summary>
public sealed class SourceFaultTests
{
    internal static readonly Dictionary<string, (string Source, string Rule, string Element)> Faults = new()
    {
        ["classified without period"] = (Sources.Notice($"份号: \"000017\"\n密级: 机密\n{Sources.Imprint}"), "P-26", "密级"),
        ["classified without copy number"] = (Sources.Notice($"密级: 机密★3年\n{Sources.Imprint}"), "G-21", "密级"),
        ["classified and published"] = (Sources.Notice($"份号: \"000017\"\n密级: 机密★3年\n附注: 此件公开发布\n{Sources.Imprint}"), "P-44", "附注"),
        ["caption of another day"] = (SpecialSources.Resolution("2026年12月3日全体会议通过"), "T-11", "题注"),
        ["no recipients"] = (Sources.Notice(Sources.Imprint).Replace("\n主送: 各县（区）委办公室，市委各部门办公室", "", StringComparison.Ordinal), "T-01", ""),
        ["order with a title"] = (SpecialSources.Order("签名: {职务: 市长, 姓名: 周一川}\n标题: 云河市人民政府令"), "T-02", "标题"),
        ["request without signer"] = (SpecialSources.Request("", ""), "G-32", "文种"),
    };

    public static TheoryData<string> Names => new(Faults.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_found_at_its_element(string name)
    {
        var (source, rule, element) = Faults[name];
        var reading = DocumentSource.Read(source, new SourceReadOptions { AllowsClassified = true });
        Assert.Empty(reading.Problems);
        var findings = DocumentChecker.Check(reading.Document!, reading.ElementLines);
        var finding = findings.FirstOrDefault(finding => finding.Rule == rule);

        Assert.True(finding is not null, CheckedFiles.Describe(findings));
        Assert.Equal(element.Length == 0 ? null : reading.ElementLines[element], finding.Line);
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Strength);
    }
}
