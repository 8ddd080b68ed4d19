using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Tests.Checking.Pdf.PdfFaultDocuments;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>The planted faults by name: what is set wrong, and what a check must say of it.</summary>
internal static class PdfFaults
{
    private const double Cell = LayoutProfile.CellWidth;
    private const string Mark = Sources.Issuer + "文件";
    private const string Number = "云办发〔2026〕37号";
    private const string Recipients = "各县（区）委办公室";
    private const string AnnexList = "附件：1.工作安排表";

    public static readonly IReadOnlyDictionary<string, PdfFault> All = new[] { Pages, Head, Text, Closing, Imprint, PageNumbers, OtherFormats, Seals, Tables }.SelectMany(group => group()).ToDictionary();

    private static Dictionary<string, PdfFault> Pages() => new()
    {
        ["letter paper"] = new(Notice, document => document, "G-01", "", "215.9 mm×279.4 mm") { Rewrite = file => file.Replace("595.276 841.89", "612.000 792.00", StringComparison.Ordinal) },
        ["top margin"] = new(Notice, document => document.Rows((page, line) => page.Number == 2 && line.Role != LineRole.PageNumber, line => line.Moved(0, -12)), "G-02", "", "25.0 mm") { Page = 2 },
        ["left margin"] = new(Notice, document => document.Rows(LineRole.Body, line => line.Moved(-3)), "G-03", "", "25.0 mm"),
        ["type area width"] = new(Notice, document => document.Rows(LineRole.Body, line => line.Stretched(0.96)), "G-04", "", "15"),
        ["type area height"] = new(Notice, document => document.Rows((page, line) => page.Number == 2 && line == LastText(page), line => line.Moved(0, 6)), "G-05", "", "229.8 mm") { Page = 2 },
        ["21 rows"] = new(Notice, document => document.Rows((page, line) => page.Number == 2 && line == page.Lines.Where(row => row.Role == LineRole.Body).ElementAt(9), _ => null), "G-06", "", "每面21行") { Page = 2 },
        ["27 characters"] = new(Notice, document => document.Rows(LineRole.Body, line => line.Saying(line.Text.Length == 28 ? line.Text[..27] : line.Text).Stretched(28 / 27.0)), "G-07", "", "每行27字"),
        ["rows too close"] = new(Notice, document => document.Rows(LineRole.Body, line => line.Moved(0, (LayoutProfile.Top - line.Baseline) * 0.06)), "G-08", "", "9.8 mm"),
        ["space between paragraphs"] = new(Notice, document => document.Rows((page, line) => page.Number == 1 && line.Role == LineRole.Body && line.Baseline > page.Lines.First(row => row.Text.StartsWith("一、", StringComparison.Ordinal)).Baseline - 1, line => line.Moved(0, 4)), "G-12", "一、时间安排", "4.0 mm"),
        ["font left out"] = new(Notice, document => document, "G-13", "", "未嵌入") { Rewrite = file => file.Replace("/FontFile3", "/XontFile3", StringComparison.Ordinal) },
        ["text in the middle of a table's page"] = new(Notice, document => document.Rows((page, line) => page.Number == 1 && line.Role is LineRole.Body, _ => null), "G-45", "", "无正文"),
    };

    private static Dictionary<string, PdfFault> Head() => new()
    {
        ["copy number's size"] = new(Notice, document => document.Rows(LineRole.CopyNumber, line => line.Sized(14)), "G-20", "000017", "14磅"),
        ["copy number indented"] = new(Notice, document => document.Rows(LineRole.CopyNumber, line => line.Moved(5)), "G-20", "000017", "33.0 mm"),
        ["copy number of five digits"] = new(Notice, document => document.Rows(LineRole.CopyNumber, line => line.Saying("00017")), "G-20", "00017", "5位"),
        ["copy number below"] = new(Notice, document => document.Rows(LineRole.CopyNumber, line => line.Moved(0, 20.78 + 5)), "G-20", "000017", "62.8 mm"),
        ["classified without copy number"] = new(Notice, document => document.Rows(LineRole.CopyNumber, _ => null), "G-21", "机密★3年", "无份号"),
        ["classification's family"] = new(Notice, document => document.Rows(LineRole.Classification, line => line.InFamily(FontRole.FangSong)), "G-22", "机密★3年", "Fang"),
        ["classification's size"] = new(Notice, document => document.Rows(LineRole.Classification, line => line.Sized(18)), "G-22", "机密★3年", "18磅"),
        ["classification indented"] = new(Notice, document => document.Rows(LineRole.Classification, line => line.Moved(11.14)), "G-22", "机密★3年", "39.1 mm"),
        ["classification without star"] = new(Notice, document => document.Rows(LineRole.Classification, line => line.Saying("机密3年")), "G-22", "机密3年", "机密3年"),
        ["classification below"] = new(Notice, document => document.Rows(LineRole.Classification, line => line.Moved(0, 16)), "G-22", "机密★3年", "63.4 mm"),
        ["urgency on top"] = new(Notice, document => document.Rows(LineRole.Urgency, line => line.Moved(0, -20.78)).Rows(LineRole.CopyNumber, line => line.Moved(0, 20.78)), "G-23", "特急", "紧急程度在上"),
        ["urgency's family"] = new(Notice, document => document.Rows(LineRole.Urgency, line => line.InFamily(FontRole.Kai)), "G-23", "特急", "Kai"),
        ["urgency's size"] = new(Notice, document => document.Rows(LineRole.Urgency, line => line.Sized(14)), "G-23", "特急", "14磅"),
        ["mark too low"] = new(Notice, document => document.Rows(LineRole.Mark, line => line.Moved(0, 5)), "G-24", Mark, "77.0 mm"),
        ["mark aside"] = new(Notice, document => document.Rows(LineRole.Mark, line => line.Moved(6)), "G-26", Mark, "112.0 mm"),
        ["black mark"] = new(Notice, document => document.Rows(LineRole.Mark, line => line.Inked(Ink.Black)), "G-11", Mark, "黑色"),
        ["mark's family"] = new(Notice, document => document.Rows(LineRole.Mark, line => line.InFamily(FontRole.Hei)), "G-27", Mark, "Hei"),
        ["number's brackets"] = new(Notice, document => document.Rows(LineRole.Number, line => line.Saying("云办发[2026]37号")), "G-29", "云办发[2026]37号", "云办发[2026]37号"),
        ["number's zeros"] = new(Notice, document => document.Rows(LineRole.Number, line => line.Saying("云办发〔2026〕037号")), "G-29", "云办发〔2026〕037号", "037号"),
        ["number too low"] = new(Notice, document => document.Rows(LineRole.Number, line => line.Moved(0, 8)), "G-30", Number, " mm"),
        ["number aside"] = new(Notice, document => document.Rows(LineRole.Number, line => line.Moved(-20)), "G-31", Number, "86.0 mm"),
        ["number's family"] = new(Notice, document => document.Rows(LineRole.Number, line => line.InFamily(FontRole.Hei)), "G-09", Number, "Hei"),
        ["number's size"] = new(Notice, document => document.Rows(LineRole.Number, line => line.Sized(14)), "G-09", Number, "14磅"),
        ["rule too low"] = new(Notice, document => document.Rules(RuleRole.HeadRule, (_, rule) => rule.Moved(0, 5)), "G-35", Number, "9.0 mm"),
        ["no rule"] = new(Notice, document => document.Rules(RuleRole.HeadRule, (_, _) => null), "G-35", Number, "无"),
        ["short rule"] = new(Notice, document => document.Rules(RuleRole.HeadRule, (_, rule) => rule.Shortened(20)), "G-36", Number, "136.0 mm"),
        ["black rule"] = new(Notice, document => document.Rules(RuleRole.HeadRule, (_, rule) => rule with { Ink = Ink.Black }), "G-11", Number, "黑色"),
        ["title's size"] = new(Notice, document => document.Rows(LineRole.Title, line => line.Sized(20)), "G-40", Sources.Issuer + "关于", "20磅"),
        ["title's family"] = new(Notice, document => document.Rows(LineRole.Title, line => line.InFamily(FontRole.Hei)), "G-40", Sources.Issuer + "关于", "Hei"),
        ["red title"] = new(Notice, document => document.Rows(LineRole.Title, line => line.Inked(Ink.Red)), "G-11", "", ""),
        ["title too low"] = new(Notice, document => document.Rows(LineRole.Title, line => line.Moved(0, 9)), "G-41", Sources.Issuer + "关于", "29.8 mm"),
        ["title aside"] = new(Notice, document => document.Rows(LineRole.Title, line => line.Moved(8)), "G-42", Sources.Issuer + "关于", "114.0 mm"),
        ["title as an hourglass"] = new(Notice, document => document.Rows((page, line) => line.Role == LineRole.Title && line == page.Lines.Where(row => row.Role == LineRole.Title).ElementAt(1), line => line.Saying("值班制度").Centred()), "G-42", "值班制度", "4字"),
        ["title's end mark"] = new(Notice, document => document.Rows((page, line) => line.Role == LineRole.Title && line == page.Lines.Last(row => row.Role == LineRole.Title), line => line.Saying(line.Text + "。").Centred()), "G-43", Sources.Issuer + "关于", "通知。"),
        ["recipients indented"] = new(Notice, document => document.Rows(LineRole.Recipients, line => line.Moved(2 * Cell)), "G-44", Recipients, "39.1 mm"),
        ["recipients too low"] = new(Notice, document => document.Rows(LineRole.Recipients, line => line.Moved(0, 9)), "G-44", Recipients, "19.4 mm"),
        ["recipients' colon"] = new(Notice, document => document.Rows(LineRole.Recipients, line => line.Saying(line.Text.Replace('：', ':'))), "G-44", Recipients, ":"),
        ["recipients' size"] = new(Notice, document => document.Rows(LineRole.Recipients, line => line.Sized(14)), "G-09", Recipients, "14磅"),
        ["recipients' family"] = new(Notice, document => document.Rows(LineRole.Recipients, line => line.InFamily(FontRole.Hei)), "G-09", Recipients, "Hei"),
    };

    private static Dictionary<string, PdfFault> Text() => new()
    {
        ["text's size"] = new(Notice, document => document.Rows(LineRole.Body, line => line.Sized(15)), "G-09", FirstParagraph, "15磅"),
        ["text in 黑体"] = new(Notice, document => document.Row(FirstParagraph, line => line.InFamily(FontRole.Hei)), "G-09", FirstParagraph, "Hei"),
        ["text in 宋体"] = new(Notice, document => document.Row(FirstParagraph, line => line.InFamily(FontRole.Song)), "G-09", FirstParagraph, "NotoSerif"),
        ["red text"] = new(Notice, document => document.Row(FirstParagraph, line => line.Inked(Ink.Red)), "G-10", FirstParagraph, "FF0000"),
        ["no indent"] = new(Notice, document => document.Row(FirstParagraph, line => line.Moved(-2 * Cell)), "G-46", FirstParagraph, "0.0 mm"),
        ["indent of three"] = new(Notice, document => document.Row("（一）严格审批", line => line.Moved(Cell)), "G-46", "（一）严格审批", "16.7 mm"),
        ["row below indented"] = new(Notice, document => document.Rows((page, line) => page.Number == 2 && line == page.Lines.Where(row => row.Role == LineRole.Body).ElementAt(4), line => line.Moved(5)), "G-46", "", "5.0 mm") { Page = 2 },
        ["heading's family"] = new(Notice, document => document.Row("一、时间安排", line => line.InFamily(FontRole.FangSong)), "G-47", "一、时间安排", "Fang"),
        ["second heading's family"] = new(Notice, document => document.Row("（一）严格审批", line => line.InFamily(FontRole.FangSong)), "G-47", "（一）严格审批", "Fang"),
        ["numbering jumps"] = new(Notice, document => document.Row("二、工作要求", line => line.Saying("四、工作要求")), "G-48", "四、工作要求", "四、"),
        ["no text said"] = new(Notice, document => document.Row("二、工作要求", line => line.Saying("（此页无正文）")), "G-61", "（此页无正文）", ""),
        ["row starts with a comma"] = new(Notice, document => document.Rows(IsWrapped, line => line.Saying("，" + line.Text[1..])), "G-90", "，", "，"),
        ["row ends with a bracket"] = new(Notice, document => document.Rows(IsWrapped, line => line.Saying(line.Text[..^1] + "（")), "G-90", "", "（") { Page = 2 },
        ["dash parted"] = new(Notice, document => document.Rows(IsWrapped, line => line.Saying("—" + line.Text[1..^1] + "—")), "G-91", "", "—｜—") { Page = 2 },
        ["number parted"] = new(Notice, document => document.Rows(IsWrapped, line => line.Saying("35" + line.Text[1..^1] + "12")), "G-92", "", "12｜35") { Page = 2 },
        ["half-width comma"] = new(Notice, document => document.Row("二、工作要求", line => line.Saying("要加强领导,落实责任。")), "G-93", "要加强领导", "导,落"),
        ["full-width digits"] = new(Notice, document => document.Row("二、工作要求", line => line.Saying("共１２项任务。")), "G-94", "共１２项", "１２"),
    };

    private static Dictionary<string, PdfFault> Closing() => new()
    {
        ["annex list flush"] = new(Notice, document => document.Row(AnnexList, line => line.Moved(-2 * Cell)), "G-49", AnnexList, "0.0 mm"),
        ["annex list too low"] = new(Notice, document => document.Rows(LineRole.AnnexList, line => line.Moved(0, 9)), "G-49", AnnexList, "24.1 mm"),
        ["annex list's end mark"] = new(Notice, document => document.Row(AnnexList, line => line.Saying("附件：1.工作安排表。")), "G-49", AnnexList, "。"),
        ["annex list's colon"] = new(Notice, document => document.Row(AnnexList, line => line.Saying("附件:1.工作安排表")), "G-49", "附件:1.", ":"),
        ["annex list's family"] = new(Notice, document => document.Rows(LineRole.AnnexList, line => line.InFamily(FontRole.Hei)), "G-09", AnnexList, "Hei"),
        ["annex entries aside"] = new(Notice, document => document.Row("2.云河市", line => line.Moved(6)), "G-50", "2.云河市", "6.0 mm"),
        ["annex entry's rows aside"] = new(Notice, document => document.Rows((page, line) => line.Role == LineRole.AnnexList && line == page.Lines.Last(row => row.Role == LineRole.AnnexList), line => line.Moved(-9)), "G-50", "", "9.0 mm") { Page = 4 },
        ["annex entries' mark"] = new(Notice, document => document.Row(AnnexList, line => line.Saying("附件：1、工作安排表")), "G-50", "附件：1、", "1、"),
        ["date's zeros"] = new(Notice, document => document.Rows(LineRole.Date, line => line.Saying("2026年12月04日")), "G-51", "2026年12月04日", "2026年12月04日"),
        ["date at the edge"] = new(Notice, document => document.Rows(LineRole.Date, line => line.Moved(4 * Cell)), "G-52", "2026年12月4日", "距版心右边缘"),
        ["name aside"] = new(Notice, document => document.Rows(LineRole.Signatory, line => line.Moved(-15)), "G-53", Sources.Issuer, "15.0 mm") { Page = 4 },
        ["date's size"] = new(Notice, document => document.Rows(LineRole.Date, line => line.Sized(14)), "G-09", "2026年12月4日", "14磅"),
        ["name's family"] = new(Notice, document => document.Rows(LineRole.Signatory, line => line.InFamily(FontRole.Kai)), "G-09", Sources.Issuer, "Kai") { Page = 4 },
        ["unsealed name aside"] = new(Unsealed, document => document.Rows((_, line) => line.Role is LineRole.Signatory or LineRole.Date, line => line.Moved(-15)), "G-58", Sources.Issuer, " mm") { Page = 3 },
        ["unsealed date below the name"] = new(Unsealed, document => document.Rows(LineRole.Date, line => line.Moved(-2 * Cell)), "G-58", "2026年12月4日", "右移0.0 mm"),
        ["date without text"] = new(Notice, document => document.Rows((page, line) => page.Lines.Any(row => row.Role == LineRole.Date) && line.Role is LineRole.Body or LineRole.AnnexList, _ => null), "G-60", "2026年12月4日", "无正文"),
        ["note flush"] = new(Notice, document => document.Rows(LineRole.Note, line => line.Moved(-2 * Cell)), "G-62", "（此件公开发布）", "0.0 mm"),
        ["note too low"] = new(Notice, document => document.Rows(LineRole.Note, line => line.Moved(0, 3 * LayoutProfile.OneLine)), "G-62", "（此件公开发布）", "相距41.6 mm"),
        ["note's size"] = new(Notice, document => document.Rows(LineRole.Note, line => line.Sized(14)), "G-09", "（此件公开发布）", "14磅"),
        ["annex on the same page"] = new(Notice, document => WithRowAbove(document, "附件1"), "G-63", "附件1", "在第2行"),
        ["annex label's family"] = new(Notice, document => document.Row("附件1", line => line.InFamily(FontRole.FangSong)), "G-64", "附件1", "Fang"),
        ["annex label's size"] = new(Notice, document => document.Row("附件1", line => line.Sized(14)), "G-64", "附件1", "14磅"),
        ["annex label's colon"] = new(Notice, document => document.Row("附件1", line => line.Saying("附件1：")), "G-64", "附件1：", "附件1："),
        ["annex label indented"] = new(Notice, document => document.Row("附件1", line => line.Moved(6)), "G-64", "附件1", "34.0 mm"),
        ["annex title aside"] = new(Notice, document => document.Row("工作安排表", line => line.Moved(6)), "G-65", "工作安排表", "112.0 mm"),
        ["annex title too low"] = new(Notice, document => document.Row("工作安排表", line => line.Moved(0, 10.39)), "G-65", "工作安排表", " mm"),
        ["annex title differs"] = new(Notice, document => document.Row("工作安排表", line => line.Saying("工作安排一览表").Centred()), "G-66", "工作安排一览表", "工作安排一览表"),
    };

    private static Dictionary<string, PdfFault> Imprint() => new()
    {
        ["imprint too high"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (_, rule) => rule.Moved(0, -10)).Rows((_, line) => IsImprint(line), line => line.Moved(0, -10)), "G-70", "2026年12月4日印发", "252.0 mm"),
        ["imprint on an odd page"] = new(Unsealed, document => document.Blank(2), "G-71", "2026年12月4日印发", "第5页"),
        ["imprint's rules short"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (_, rule) => rule.Shortened(20)), "G-72", "", "136.0 mm") { Page = 4 },
        ["imprint's rules heavy"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (at, rule) => at == 0 ? rule with { Thickness = 0.7 } : rule), "G-72", "", "0.70 mm") { Page = 4 },
        ["imprint's middle rule heavy"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (at, rule) => at == 1 ? rule with { Thickness = 0.35 } : rule), "G-72", "", "0.35 mm") { Page = 4 },
        ["imprint without rules"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (_, _) => null), "G-72", "", "无") { Page = 4 },
        ["copies' size"] = new(Notice, document => document.Rows(LineRole.ImprintCopies, line => line.Sized(16)), "G-73", "抄送：", "16磅"),
        ["copies' family"] = new(Notice, document => document.Rows(LineRole.ImprintCopies, line => line.InFamily(FontRole.Hei)), "G-73", "抄送：", "Hei"),
        ["copies flush"] = new(Unsealed, document => document.Rows(LineRole.ImprintCopies, line => line.Moved(-5)), "G-73", "抄送：", " mm"),
        ["copies' rows aside"] = new(Notice, document => document.Rows((_, line) => line.Role == LineRole.ImprintCopies && !line.Text.StartsWith('抄'), line => line.Moved(-10)), "G-73", "", "10.0 mm") { Page = 6 },
        ["copies without full stop"] = new(Unsealed, document => document.Rows(LineRole.ImprintCopies, line => line.Saying(line.Text.TrimEnd('。'))), "G-73", "抄送：", "室"),
        ["rule between recipients and copies"] = new(Recipients45, document => document.Pages((_, page) => page.Lines.Any(line => line.Role == LineRole.ImprintRecipients)
            ? page with { Rules = [.. page.Rules, new RuleLine(RuleRole.ImprintRule, 28, Above(page), 184, Above(page), 0.25, Ink.Black)] }
            : page), "G-74", "抄送：", "有分隔线"),
        ["caption aside"] = new(Resolution, document => document.Rows(LineRole.Caption, line => line.Moved(10)), "T-11", "（2026年", "116.0 mm"),
        ["caption's size"] = new(Resolution, document => document.Rows(LineRole.Caption, line => line.Sized(14)), "T-11", "（2026年", "14磅"),
        ["no rule above the issue"] = new(Unsealed, document => document.Rules(RuleRole.ImprintRule, (at, rule) => at == 1 ? null : rule), "G-76", "", "无") { Page = 4 },
        ["issue's size"] = new(Unsealed, document => document.Rows(LineRole.ImprintIssue, line => line.Sized(16)), "G-75", "", "16磅") { Page = 4 },
        ["issue's family"] = new(Unsealed, document => document.Rows(LineRole.ImprintIssue, line => line.InFamily(FontRole.Hei)), "G-75", "", "Hei") { Page = 4 },
        ["issue to the left"] = new(Unsealed, document => document.Rows(LineRole.ImprintIssue, line => line.Moved(-5)), "G-75", "", " mm") { Page = 4 },
    };

    private static Dictionary<string, PdfFault> PageNumbers() => new()
    {
        ["no page numbers"] = new(Notice, document => document.Rows(LineRole.PageNumber, _ => null), "G-80", "", "无"),
        ["page number's size"] = new(Notice, document => document.Rows(LineRole.PageNumber, line => line.Sized(10.5)), "G-80", "", "10.5磅"),
        ["page number's family"] = new(Notice, document => document.Rows(LineRole.PageNumber, line => line.InFamily(FontRole.FangSong)), "G-80", "", "Fang"),
        ["page number without dashes"] = new(Notice, document => document.Rows(LineRole.PageNumber, line => line.Saying(line.Text[2..^2])), "G-80", "", "1"),
        ["page numbers too low"] = new(Notice, document => document.Rows(LineRole.PageNumber, line => line.Moved(0, 5)), "G-81", "", "12.0 mm"),
        ["page numbers in the middle"] = new(Notice, document => document.Rows(LineRole.PageNumber, line => line.Centred()), "G-82", "", "居中"),
        ["even page's number on the right"] = new(Notice, document => document.Rows((page, line) => page.Number == 2 && line.Role == LineRole.PageNumber, line => line.Moved(100)), "G-82", "", "105.") { Page = 2 },
        ["page number jumps"] = new(Notice, document => document.Rows((page, line) => page.Number == 3 && line.Role == LineRole.PageNumber, line => line.Saying("— 5 —")), "G-83", "", "5") { Page = 3 },
        ["blank page numbered"] = new(Notice, document => document.Blank(3, "— 3 —"), "G-77", "", "— 3 —") { Page = 3 },
        ["landscape page's number"] = new(Landscape, document => document.Rows((page, line) => page.IsLandscape && line.Role == LineRole.PageNumber, line => line.Moved(0, -30)), "G-84", "", " mm") { Page = 5 },
        ["landscape page without number"] = new(Landscape, document => document.Rows((page, line) => page.IsLandscape && line.Role == LineRole.PageNumber, _ => null), "G-84", "", "无") { Page = 5 },
    };

    private static Dictionary<string, PdfFault> OtherFormats() => new()
    {
        ["upward number in the middle"] = new(Upward, document => document.Row("云办报", line => line.Moved(10)), "G-31", "云办报", "15.6 mm"),
        ["no signers"] = new(Upward, document => document.Rows(LineRole.Signer, _ => null), "G-32", "云办报", "无签发人"),
        ["signers' label's family"] = new(Upward, document => document.Row("签发人", line => line.InFamily(FontRole.Hei)), "G-33", "签发人", "Hei"),
        ["signers' names' family"] = new(Upward, document => document.Rows((_, line) => line.Role == LineRole.Signer && !line.Text.StartsWith('签'), line => line.InFamily(FontRole.FangSong)), "G-33", "签发人", "Fang"),
        ["signers' colon"] = new(Upward, document => document.Row("签发人", line => line.Saying(line.Text.Replace('：', ':'))), "G-33", "签发人", ":"),
        ["signers to the edge"] = new(Upward, document => document.Rows(LineRole.Signer, line => line.Moved(Cell)), "G-34", "签发人", " mm"),
        ["signers' number above"] = new(Upward, document => document.Row("云办报", line => line.Moved(0, -LayoutProfile.OneLine)), "G-34", "云办报", "10.4 mm"),
        ["letter's mark too low"] = new(Letter, document => document.Rows(LineRole.Mark, line => line.Moved(0, 5)), "G-100", Sources.Issuer, "35.0 mm"),
        ["letter's rules too low"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at < 2 ? rule.Moved(0, 5) : rule), "G-101", "", " mm"),
        ["letter's rules short"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at < 2 ? rule.Shortened(14) : rule), "G-101", "", "156.0 mm"),
        ["letter's rules turned"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at < 2 ? rule with { Thickness = at == 0 ? 0.26 : 0.79 } : rule), "G-101", "", "上细下粗"),
        ["letter's single rule"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at == 0 ? null : rule), "G-101", "", "单线"),
        ["letter's lower rules high"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at > 1 ? rule.Moved(0, -8) : rule), "G-102", "", "28."),
        ["letter's lower rules aside"] = new(Letter, document => document.Rules(RuleRole.LetterRule, (at, rule) => at > 1 ? rule.Moved(5) : rule), "G-102", "", "110.0 mm"),
        ["letter's number too low"] = new(Letter, document => document.Row("云办函", line => line.Moved(0, 5)), "G-103", "云办函", " mm"),
        ["letter's number to the left"] = new(Letter, document => document.Row("云办函", line => line.Moved(-10)), "G-31", "云办函", "174."),
        ["letter's title too low"] = new(Letter, document => document.Rows(LineRole.Title, line => line.Moved(0, 9)), "G-104", "", "29.8 mm"),
        ["letter's first page numbered"] = new(Letter, document => document.Pages((number, page) => number > 1 ? page : page with { Lines = [.. page.Lines, document.Pages[1].Lines.Single(line => line.Role == LineRole.PageNumber).Saying("— 1 —")] }), "G-105", "", "— 1 —"),
        ["letter's imprint with rules"] = new(Letter, document => document.Pages((number, page) => number < document.Pages.Count ? page : page with { Rules = [.. page.Rules, new RuleLine(RuleRole.ImprintRule, 28, 262, 184, 262, 0.35, Ink.Black)] }), "G-106", "抄送", "1条"),
        ["order's mark too low"] = new(Order, document => document.Rows(LineRole.Mark, line => line.Moved(0, 5)), "G-110", "云河市人民政府", "62.0 mm"),
        ["order's number aside"] = new(Order, document => document.Row("第12号", line => line.Moved(10)), "G-111", "第12号", "116.0 mm"),
        ["order's number too low"] = new(Order, document => document.Row("第12号", line => line.Moved(0, 8)), "G-111", "第12号", "28.8 mm"),
        ["order's text too low"] = new(Order, document => document.Rows(LineRole.Body, line => line.Moved(0, 9)), "G-111", "《云河市", " mm"),
        ["minutes' mark too low"] = new(Minutes, document => document.Rows(LineRole.Mark, line => line.Moved(0, 5)), "G-120", "", "77.0 mm"),
        ["attendance's label"] = new(Minutes, document => document.Row("出席", line => line.InFamily(FontRole.FangSong)), "G-121", "出席", "Fang"),
        ["attendance's names"] = new(Minutes, document => document.Row("列席", line => line.InFamily(FontRole.Hei)), "G-121", "列席", "Hei"),
        ["attendance flush"] = new(Minutes, document => document.Row("请假", line => line.Moved(-2 * Cell)), "G-121", "请假", "0.0 mm"),
    };

    private static Dictionary<string, PdfFault> Seals() => new()
    {
        ["seal beside the date"] = new(Sealed, document => document.Seals(seal => seal with { X = seal.X - 60 }), "G-56", "2026年12月4日", "空白印章"),
        ["seal aside"] = new(Sealed, document => document.Seals(seal => seal with { X = seal.X - 8 }), "G-54", "2026年12月4日", "偏左8.0 mm"),
        ["seal below name and date"] = new(Sealed, document => document.Seals(seal => seal with { Y = seal.Y + 15 }), "G-54", "", "高于印章中心"),
        ["seal far from the text"] = new(Sealed, document => document.Seals(seal => seal with { Y = seal.Y + 15 }), "G-55", "2026年12月4日", " mm"),
        ["seals that cross"] = new(JointSealed, document => document.Seals(seal => seal with { X = 70 + (seal.X - 70) * 0.8 }), "G-57", "2026年12月4日", "重叠"),
        ["seals out of the type area"] = new(JointSealed, document => document.Seals(seal => seal with { X = seal.X + 60 }), "G-57", "2026年12月4日", " mm至"),
        ["stamp at the edge"] = new(Stamped, document => document.Seals(seal => seal with { X = seal.X + 4 * Cell }), "G-59", "2026年12月4日", "右空0.0字"),
        ["post too high"] = new(Stamped, document => document.Rows(LineRole.Post, line => line.Moved(0, -6)), "G-59", "市长", "偏上6.0 mm"),
        ["post far from the stamp"] = new(Stamped, document => document.Rows(LineRole.Post, line => line.Moved(-3 * Cell)), "G-59", "市长", "相距5.0字"),
        ["stamp's date too low"] = new(Stamped, document => document.Rows(LineRole.Date, line => line.Moved(0, 12)), "G-59", "2026年12月4日", "22.4 mm"),
        ["joint mark's end too low"] = new(Joint, document => document.Rows(LineRole.MarkEnd, line => line.Moved(0, 10)), "G-28", "文件", "偏下10.0 mm"),
    };

    private static Dictionary<string, PdfFault> Tables() => new()
    {
        ["table's head not repeated"] = new(Table, document => document.Pages((number, page) => number == 6 ? page with { Lines = [.. page.Lines.Where(line => !(line.Role == LineRole.TableCell && line.Text is "序号" or "单位" or "电话"))] } : page), "T-10", "", "街道办事处") { Page = 6 },
        ["table's row in another size"] = new(Table, document => document.Rows((_, line) => line.Role == LineRole.TableCell && line.Text.StartsWith("第3街道", StringComparison.Ordinal) || line.Text is "3" or "1000003", line => line.Sized(12)), "T-09", "第3街道", "12磅"),
        ["table's row in another family"] = new(Table, document => document.Rows((_, line) => line.Text.StartsWith("第3街道", StringComparison.Ordinal), line => line.InFamily(FontRole.Hei)), "T-09", "第3街道", "Hei"),
        ["table's text too large"] = new(Table, document => document.Rows(LineRole.TableCell, line => line.Sized(18)), "T-09", "", "18磅") { Page = 5 },
    };

    // Where the first row of copies begins.
    private static double Above(TypesetPage page) => page.Lines.Where(line => line.Role == LineRole.ImprintCopies).Min(line => line.Baseline) - 5.5;

    private static TextLine LastText(TypesetPage page) => page.Lines.Where(line => line.Role == LineRole.Body).MaxBy(line => line.Baseline)!;

    // Two rows in the middle of page 2 that go on in each other.
    private static bool IsWrapped(TypesetPage page, TextLine line) => page.Number == 2 && page.Lines.Where(row => row.Role == LineRole.Body && row.Text.Length == 28).Skip(3).Take(2).Contains(line);

    private static bool IsImprint(TextLine line) => line.Role is LineRole.ImprintCopies or LineRole.ImprintIssue or LineRole.ImprintRecipients;

    private static TypesetDocument WithRowAbove(TypesetDocument document, string label) => document.Pages((_, page) => page.Lines.All(line => line.Text != label) ? page : page with
    {
        Lines = [document.Pages[1].Lines.First(line => line.Role == LineRole.Body), .. page.Lines.Select(line => line.Role == LineRole.PageNumber ? line : line.Moved(0, 40))],
    });
}
