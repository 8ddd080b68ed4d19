using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Rules of the 条例 and agreement of days, totals and lists, in a source, its Word file and its PDF.</summary>
public sealed class WordingRulesTests
{
    private const string Table = "人员安排如下。\n| 项目 | 人数 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 4 |\n| 丙 | 5 |\n| 合计 | 13 |";

    internal static readonly Dictionary<string, (string Source, string Rule, string Measured)> Faults = new()
    {
        ["request in a report"] = (Report("现将有关情况报告如下。\n妥否，请批示。"), "P-10", "妥否，请"),
        ["two recipients"] = (Report("现将有关情况报告如下。").Replace("主送: 中共北川省委办公厅", "主送: [中共北川省委办公厅, 北川省人民政府办公厅]", StringComparison.Ordinal), "P-05", "2个主送机关"),
        ["two matters"] = (Request("一、申请建设档案数字化中心。\n二、申请增加编制。\n妥否，请批示。"), "P-09", "二、申请增加编制。"),
        ["a second matter besides"] = (Request("拟建设档案数字化中心。\n另外，请批准增加编制。\n妥否，请批示。"), "P-09", "另外，请批准增加编制。"),
        ["report that requests"] = (Report("现将有关情况报告如下。").Replace("工作情况的报告", "工作情况的请示报告", StringComparison.Ordinal), "P-31", "请示报告"),
        ["reply without its request"] = (Sources.Notice(Sources.Imprint, "同意你办意见。", Sources.Issuer + "关于同意调整值班安排的批复", recipients: "青禾县委办公室").Replace("文种: 通知", "文种: 批复", StringComparison.Ordinal), "P-32", "没有引用"),
        ["wrong weekday"] = (Sources.Notice(Sources.Imprint, "会议定于2026年12月8日（星期三）召开。"), "T-06", "星期三"),
        ["wrong total"] = (Sources.Notice(Sources.Imprint, Table), "T-07", "13"),
        ["organ in both lists"] = (Sources.Notice(Sources.Imprint, recipients: "[各县（区）委办公室, 市政府办公室]"), "T-08", "主送和抄送"),
        ["organ twice"] = (Sources.Notice(Sources.Imprint, recipients: "[各县（区）委办公室, 各县（区）委办公室]"), "T-08", "2次"),
        ["half-width end"] = (Sources.Notice(Sources.Imprint, "要加强领导,\n请认真落实."), "G-93", "实."),
        ["straight quotes"] = (Sources.Notice(Sources.Imprint, "开展\"无会周\"活动。"), "G-93", "\"无会周\""),
        ["doubled stop"] = (Sources.Notice(Sources.Imprint, "请认真落实。。"), "G-93", "。。"),
        ["comma between titles"] = (Sources.Notice(Sources.Imprint, "依据《办法》、《规定》执行。"), "G-93", "》、《"),
        ["loose percent"] = (Sources.Notice(Sources.Imprint, "增长63～68%。"), "G-94", "63～68%"),
        ["date in Chinese numerals"] = (Sources.Notice(Sources.Imprint, "于二〇二六年十二月四日召开。"), "G-94", "二〇二六年十二月四日"),
    };

    public static TheoryData<string, string> Cases => new(Faults.Keys.SelectMany(name => new[] { "source", "docx", "pdf" }.Select(file => new TheoryDataRow<string, string>(name, file))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_found_at_its_place(string name, string file)
    {
        var (source, rule, measured) = Faults[name];
        var findings = Check(source, file);
        var finding = findings.FirstOrDefault(finding => finding.Rule == rule && finding.Measured == measured);

        Assert.True(finding is not null, CheckedFiles.Describe(findings));
        Assert.NotNull(finding.Line);
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Required);
        Assert.NotNull(finding.Fix);
    }

    [Fact]
    [Trait("Journey", "J03")]
    public void Four_planted_faults_give_exactly_four_that_block()
    {
        var source = Sources.Notice(Sources.Imprint, "依据云办发[2026]37号。\n定于2026年12月8日（星期三）召开。\n" + Table, recipients: "[各县（区）委办公室, 市政府办公室]");
        var reading = DocumentSource.Read(source);
        var blocking = DocumentChecker.Check(reading.Document!, reading.ElementLines).Where(finding => finding.Severity == FindingSeverity.Blocking).ToList();

        Assert.Equal(["G-29", "T-06", "T-07", "T-08"], blocking.Select(finding => finding.Rule).Order(StringComparer.Ordinal));
        var lines = source.Split('\n');
        Assert.All(blocking, finding => Assert.Contains(finding.Text!, lines[finding.Line!.Value - 1], StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J02")]
    public void A_request_itself_may_request() =>
        Assert.DoesNotContain(Check(Request("拟建设档案数字化中心。\n妥否，请批示。"), "source"), finding => finding.Rule.StartsWith('P'));

    [Theory]
    [InlineData("会议定于2026年12月8日（星期二）召开。")]
    [InlineData("增长63%～68%，依据《办法》《规定》执行，开展“无会周”“下基层”活动……")]
    public void What_agrees_is_not_found(string body) => Assert.Empty(Check(Sources.Notice(Sources.Imprint, body), "source"));

    private static string Report(string body) => Upward("报告", Sources.Issuer + "关于全年工作情况的报告", body);

    private static string Request(string body) => Upward("请示", Sources.Issuer + "关于建设档案数字化中心的请示", body);

    private static string Upward(string kind, string title, string body) => Sources.Notice("签发人: 陆明\n附注: 联系人：林知远，联系电话：0000-1234567\n" + Sources.Imprint, body, title, "发文字号: 云办报〔2026〕5号", "中共北川省委办公厅")
        .Replace("文种: 通知", "文种: " + kind, StringComparison.Ordinal);

    private static IReadOnlyList<Finding> Check(string source, string file)
    {
        var reading = DocumentSource.Read(source);
        Assert.Empty(reading.Problems);
        return file switch
        {
            "docx" => CheckedFiles.CheckWord(CheckedFiles.Word(source)),
            "pdf" => FileChecker.CheckPdf(CheckedFiles.Pdf(source)),
            _ => DocumentChecker.Check(reading.Document!, reading.ElementLines),
        };
    }
}
