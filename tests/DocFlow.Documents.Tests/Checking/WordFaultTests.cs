using DocFlow.Documents.Checking;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>A Word file from outside is clean, and each fault planted in it is found with what was measured and what is required.</summary>
public sealed class WordFaultTests
{
    internal static readonly Dictionary<string, (ForeignWord File, string Rule, string Words, string Measured)> Faults = new()
    {
        ["letter paper"] = (new() { PageSize = "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>" }, "G-01", "", "215.9 mm×279.4 mm"),
        ["top margin"] = (new() { Margins = Margins(top: 1440) }, "G-02", "", "25.4 mm"),
        ["left margin"] = (new() { Margins = Margins(left: 1418) }, "G-03", "", "25.0 mm"),
        ["type area width"] = (new() { Margins = Margins(right: 1800) }, "G-04", "", "150.2 mm"),
        ["type area height"] = (new() { Margins = Margins(bottom: 1440) }, "G-05", "", "234.6 mm"),
        ["rows too far apart"] = (new() { Line = "<w:spacing w:line=\"700\" w:lineRule=\"exact\"/>" }, "G-06", ForeignWord.FirstParagraph, "每面18行"),
        ["characters too wide"] = (new() { CharacterSpacing = 0 }, "G-07", ForeignWord.FirstParagraph, "每行27字"),
        ["multiple line spacing"] = (new() { Line = "<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>" }, "G-08", ForeignWord.FirstParagraph, "1.5倍行距"),
        ["body size"] = (new() { BodySize = 28 }, "G-09", ForeignWord.FirstParagraph, "14磅"),
        ["body family"] = (new() { BodyFont = "宋体" }, "G-09", ForeignWord.FirstParagraph, "宋体"),
        ["blue text"] = (new() { BodyRun = "<w:color w:val=\"0000FF\"/>" }, "G-10", ForeignWord.FirstParagraph, "0000FF"),
        ["black mark"] = (new() { MarkColour = "000000" }, "G-11", "中共云河市委办公室文件", "黑色"),
        ["black rule"] = (new() { RuleColour = "000000" }, "G-11", "", "黑色"),
        ["space between paragraphs"] = (new() { Line = "<w:spacing w:after=\"200\" w:line=\"579\" w:lineRule=\"exact\"/>" }, "G-12", ForeignWord.FirstParagraph, "3.5 mm"),
        ["mark's family"] = (new() { MarkFont = "黑体" }, "G-27", "中共云河市委办公室文件", "黑体"),
        ["number's brackets"] = (new() { Number = "云办发[2026]37号" }, "G-29", "云办发[2026]37号", "云办发[2026]37号"),
        ["number on the left"] = (new() { NumberAlignment = "left" }, "G-31", "云办发〔2026〕37号", "居左"),
        ["title's size"] = (new() { TitleSize = 40 }, "G-40", "中共云河市委办公室关于开展“无会周”活动的通知", "20磅"),
        ["title's family"] = (new() { TitleFont = "黑体" }, "G-40", "中共云河市委办公室关于开展“无会周”活动的通知", "黑体"),
        ["bold title"] = (new() { TitleRun = "<w:b/>" }, "G-40", "中共云河市委办公室关于开展“无会周”活动的通知", "加粗"),
        ["title on the left"] = (new() { TitleAlignment = "left" }, "G-42", "中共云河市委办公室关于开展“无会周”活动的通知", "居左"),
        ["title's end mark"] = (new() { Title = "中共云河市委办公室关于开展“无会周”活动的通知。" }, "G-43", "中共云河市委办公室关于开展“无会周”活动的通知。", "中共云河市委办公室关于开展“无会周”活动的通知。"),
        ["recipients indented"] = (new() { RecipientsIndent = "<w:ind w:firstLine=\"632\"/>" }, "G-44", "各县（区）委办公室，市委各部门办公室：", "11.1 mm"),
        ["recipients' colon"] = (new() { Recipients = "各县（区）委办公室，市委各部门办公室:" }, "G-44", "各县（区）委办公室，市委各部门办公室:", ":"),
        ["no first-row indent"] = (new() { BodyIndent = "" }, "G-46", ForeignWord.FirstParagraph, "0.0 mm"),
        ["heading's family"] = (new() { HeadingFont = "仿宋_GB2312" }, "G-47", "一、时间安排", "仿宋_GB2312"),
        ["second level's family"] = (new() { SubheadingFont = "黑体" }, "G-47", "（一）严格审批。", "黑体"),
        ["bold text"] = (new() { BodyRun = "<w:b/>" }, "G-47", ForeignWord.FirstParagraph, "加粗"),
        ["annex list flush"] = (new() { AnnexIndent = "" }, "G-49", "附件：工作安排表", "0.0 mm"),
        ["annex list's end mark"] = (new() { AnnexList = "附件：工作安排表。" }, "G-49", "附件：工作安排表。", "。"),
        ["date's zeros"] = (new() { Date = "2026年12月04日" }, "G-51", "2026年12月04日", "2026年12月04日"),
        ["date at the edge"] = (new() { DateIndent = "" }, "G-52", "2026年12月4日", "右空0字"),
        ["annex on the same page"] = (new() { AnnexBreak = "" }, "G-63", "附件", "接排"),
        ["annex label's family"] = (new() { AnnexLabelFont = "仿宋_GB2312" }, "G-64", "附件", "仿宋_GB2312"),
        ["annex label's colon"] = (new() { AnnexLabel = "附件：" }, "G-64", "附件：", "附件："),
        ["annex title differs"] = (new() { AnnexTitle = "工作安排一览表" }, "G-66", "工作安排一览表", "工作安排一览表"),
        ["copies without full stop"] = (new() { Copies = "抄送：市人大常委会办公室，市政府办公室" }, "G-73", "抄送：市人大常委会办公室，市政府办公室", "室"),
        ["imprint's size"] = (new() { ImprintSize = 32 }, "G-75", "中共云河市委办公室\t2026年12月4日印发", "16磅"),
        ["page number's size"] = (new() { PageNumberSize = 21 }, "G-80", "", "10.5磅"),
        ["page number's family"] = (new() { PageNumberFont = "Times New Roman" }, "G-80", "", "Times New Roman"),
        ["page number without dashes"] = (new() { Dash = "" }, "G-80", "", "1"),
        ["footer's distance"] = (new() { Margins = Margins(footer: 992) }, "G-81", "", "17.5 mm"),
        ["page number in the middle"] = (new() { HasEvenFooters = false, OddNumber = "<w:jc w:val=\"center\"/>" }, "G-82", "", "居中"),
        ["half-width comma"] = (new() { Body = [ForeignWord.FirstParagraph, "要加强领导,落实责任。"] }, "G-93", "导,落", "导,落"),
        ["full-width digits"] = (new() { Body = [ForeignWord.FirstParagraph, "共１２项任务。"] }, "G-94", "１２", "１２"),
    };

    public static TheoryData<string> Names => new(Faults.Keys);

    [Fact]
    public void A_good_file_has_no_finding_that_must_be_looked_at()
    {
        var findings = CheckedFiles.CheckWord(new ForeignWord().Write());

        Assert.True(findings.All(finding => finding.Severity == FindingSeverity.Info), CheckedFiles.Describe(findings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_found(string name)
    {
        var (file, rule, words, measured) = Faults[name];
        var findings = CheckedFiles.CheckWord(file.Write());
        var finding = findings.FirstOrDefault(finding => finding.Rule == rule && finding.Measured?.Contains(measured, StringComparison.Ordinal) == true
            && (words.Length == 0 || finding.Text is { } text && words.StartsWith(text.TrimEnd('…'), StringComparison.Ordinal)));

        Assert.True(finding is not null, CheckedFiles.Describe(findings));
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Strength);
        Assert.NotNull(finding.Required);
        Assert.NotNull(finding.Fix);
        Assert.True(finding.Line is not null || words.Length == 0 && finding.Page is not null);
    }

    private static string Margins(int top = 2098, int right = 1474, int bottom = 1984, int left = 1588, int footer = 1440) =>
        $"<w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"851\" w:footer=\"{footer}\" w:gutter=\"0\"/>";
}
