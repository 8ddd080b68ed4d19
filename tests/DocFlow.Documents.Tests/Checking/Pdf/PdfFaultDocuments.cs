using System.Collections.Concurrent;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>The clean documents that faults are planted in.</summary>
internal static class PdfFaultDocuments
{
    public const string Notice = "notice";
    public const string Unsealed = "unsealed";
    public const string Upward = "upward";
    public const string Letter = "letter";
    public const string Order = "order";
    public const string Minutes = "minutes";
    public const string Landscape = "landscape";
    public const string Joint = "joint";
    public const string Table = "table";
    public const string Sealed = "sealed";
    public const string JointSealed = "joint-sealed";
    public const string Stamped = "stamped";
    public const string Recipients45 = "recipients-in-imprint";
    public const string Resolution = "resolution";

    public const string FirstParagraph = "经研究，决定开展“无会周”活动。";
    public const string SecondAnnex = "云河市机关工作人员值班值守联系人名单及应急处置流程说明材料汇编（第一批）";

    private const string Title = Sources.Issuer + "关于进一步加强和改进全市机关值班工作严格落实领导干部带班制度和二十四小时专人值班制度有关事项的补充通知";

    private static readonly string Body = $"""
        {FirstParagraph}现将有关事项通知如下。
        一、时间安排
        {Sources.PlainWords}{Sources.PlainWords}{Sources.PlainWords}。
        （一）严格审批。期间原则上不召开全市性会议，确需召开的，提前三个工作日报市委办公室审核。
        二、工作要求
        {Sources.LongBody(5)}
        """;

    private static readonly string Copies = $"抄送: [{string.Join(", ", Enumerable.Range(1, 8).Select(number => $"市第{number}届运动会组织委员会"))}]\n印发机关: {Sources.Issuer}\n印发日期: 2026-12-04";

    private static readonly Dictionary<string, string> Texts = new()
    {
        [Notice] = Sources.Notice($"份号: \"000017\"\n密级: 机密★3年\n紧急程度: 特急\n附注: 此件公开发布\n附件:\n  - 标题: 工作安排表\n    正文: 内容甲。\n  - 标题: {SecondAnnex}\n    正文: 内容乙。\n{Copies}", Body, Title),
        [Unsealed] = Sources.Notice($"用印: 无\n{Sources.Imprint}", Body),
        [Upward] = SpecialSources.Request("签发人: [陆明, 韩松云, 许沛]", "").Replace("妥否", Sources.LongBody(2) + "\n妥否", StringComparison.Ordinal),
        [Letter] = SpecialSources.Letter(Sources.LongBody(6)),
        [Order] = SpecialSources.Order(),
        [Minutes] = SpecialSources.Minutes(),
        [Landscape] = Sources.Notice($"附件:\n  - 标题: 工作安排表\n    方向: 横\n    正文: |\n      第一页说明。\n      [页]\n      第二页说明。\n{Sources.Imprint}", Body),
        [Joint] = SpecialSources.Joint(front: "用印: 无").Replace("现将有关", Sources.LongBody(2) + "\n现将有关", StringComparison.Ordinal),
        [Sealed] = Sources.Notice(Sources.Imprint),
        [JointSealed] = SpecialSources.Joint("云河市委办公室, 市政府办公室, 云河市财政局, 云河市教育局").Replace("现将有关", Sources.LongBody(2) + "\n现将有关", StringComparison.Ordinal),
        [Stamped] = SpecialSources.Order(),
        [Recipients45] = Sources.Notice(Sources.Imprint, Body, recipients: string.Join('，', Enumerable.Range(1, 45).Select(number => $"云河市第{number}街道办事处党工委"))),
        [Resolution] = SpecialSources.Resolution(),
        [Table] = Sources.Notice($"附件:\n  - 标题: 联系人名单\n    正文: |\n      | 序号 | 单位 | 电话 |\n      |---|---|---|\n{string.Concat(Enumerable.Range(1, 40).Select(row => $"      | {row} | 第{row}街道办事处 | {1000000 + row} |\n"))}{Sources.Imprint}", Body),
    };

    private static readonly TypesettingOptions WithSeals = new() { Seals = new SampleSeals(TestFonts.Library) };

    private static readonly ConcurrentDictionary<string, TypesetDocument> Typeset = new();

    public static TheoryData<string> Names => new(Texts.Keys);

    public static TypesetDocument Get(string name) => Typeset.GetOrAdd(name, static key => new Typesetter(TestFonts.Library).Typeset(Sources.Read(Texts[key]), key is Sealed or JointSealed or Stamped ? WithSeals : null));
}
