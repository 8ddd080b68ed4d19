using System.Collections.Concurrent;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Word;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>The documents that the format's rules are measured on, as PDF and as Word file opened by LibreOffice.</summary>
internal static class RuleDocuments
{
    public const string Full = "full";
    public const string Long = "long";
    public const string Short = "short";
    public const string LongName = "long-name";
    public const string ShortName = "short-name";
    public const string ManyRecipients = "many-recipients";
    public const string Punctuated = "punctuated";

    public const string Upward = "upward";
    public const string UpwardByOne = "upward-by-one";
    public const string Letter = "letter";
    public const string LongLetter = "long-letter";
    public const string Order = "order";
    public const string Minutes = "minutes";
    public const string Joint = "joint";
    public const string Resolution = "resolution";
    public const string Classified = "classified";

    public const string Sealed = "sealed";
    public const string JointSealed = "joint-sealed";
    public const string ManySealed = "many-sealed";
    public const string LetterSealed = "letter-sealed";
    public const string Stamped = "stamped";

    public const string Landscape = "landscape";
    public const string Detached = "detached";

    public const string LongTitle = Sources.Issuer + "关于进一步加强和改进全市机关值班工作严格落实领导干部带班制度和二十四小时专人值班制度有关事项的补充通知";
    public const string LongAnnexName = "云河市机关工作人员值班值守联系人名单及应急处置流程说明材料汇编（第一批）";
    public const string ShortIssuer = "云河市委";

    /// <summary>Eight organs, of short names and long ones.</summary>
    public static readonly string[] ManyOrgans =
        ["云河市发展和改革委员会", "云河市教育局", "云河市公安局", "云河市财政局", "云河市自然资源和规划局", "云河市住房和城乡建设局", "云河市农业农村局", "云河市市场监督管理局"];

    private const string Levels = """
        现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”。
        （一）严格审批。期间原则上不召开全市性会议。
        1.确需召开的，提前3个工作日报市委办公室审核。
        （1）审核内容包括必要性、规模和时长。
        二、工作要求
        """;

    private static readonly string Copies = $"抄送: [{string.Join(", ", Enumerable.Range(1, 8).Select(number => $"市第{number}届运动会组织委员会"))}]\n印发机关: {Sources.Issuer}\n印发日期: 2026-12-04";

    private static readonly string Annexes = $"附件:\n  - 标题: 工作安排表\n    正文: 内容甲。\n  - 标题: {LongAnnexName}\n    正文: 内容乙。\n";

    private static readonly Dictionary<string, string> All = new()
    {
        [Full] = Sources.Notice("紧急程度: 特急\n附注: 此件公开发布\n" + Annexes + Copies, Levels + "\n" + Sources.LongBody(3), LongTitle),
        [Long] = Sources.Notice(Sources.Imprint, Sources.LongBody()),
        [Short] = Sources.Notice(Sources.Imprint + "\n附注: 此件公开发布"),
        [LongName] = Sources.Notice("用印: 无\n附件: [工作安排表]"),
        [ShortName] = Sources.Notice("用印: 无\n署名: " + ShortIssuer),
        [ManyRecipients] = Sources.Notice(Sources.Imprint, recipients: string.Join('，', Enumerable.Range(1, 45).Select(number => $"云河市第{number}街道办事处党工委"))),
        [Punctuated] = GeneratedSources.All["generated-16"],
        [Upward] = SpecialSources.Request("签发人: [陆明, 韩松云, 许沛]", "份号: \"000017\"\n密级: 机密★3年\n紧急程度: 特急"),
        [UpwardByOne] = SpecialSources.Request("签发人: 陆明", ""),
        [Letter] = SpecialSources.Letter(),
        [LongLetter] = SpecialSources.Letter(Sources.LongBody(6)),
        [Order] = SpecialSources.Order(),
        [Minutes] = SpecialSources.Minutes(),
        [Joint] = SpecialSources.Joint(),
        [Resolution] = SpecialSources.Resolution(),
        [Classified] = Sources.Notice("份号: \"000017\"\n密级: 机密★3年\n紧急程度: 特急\n" + Sources.Imprint),
        [ManySealed] = SpecialSources.Joint(string.Join(", ", ManyOrgans), "发文机关标志: 云河市发展和改革委员会文件").Replace("现将有关", Sources.PlainWords + "。现将有关", StringComparison.Ordinal),
        [LetterSealed] = SpecialSources.Letter(),
        [Landscape] = Sources.Notice("附件:\n  - 标题: 工作安排表\n    方向: 横\n    正文: |\n      第一页说明。\n      [页]\n      第二页说明。\n" + Sources.Imprint),
        [Detached] = Sources.Notice("附件:\n  - 标题: 工作安排表\n    正文: 内容甲。\n  - 标题: 联系人名单\n    装订: 单独\n    正文: 内容乙。\n  - 标题: 分工方案\n    装订: 单独\n    正文: |\n      内容丙。\n      [页]\n      内容丁。\n" + Sources.Imprint),
        [Sealed] = Sources.Notice(Sources.Imprint),
        [JointSealed] = SpecialSources.Joint("云河市委办公室, 市政府办公室, 云河市财政局, 云河市教育局", "附注: 此件公开发布").Replace("现将有关", Sources.PlainWords + "。现将有关", StringComparison.Ordinal),
        [Stamped] = SpecialSources.Order(),
    };

    private static readonly TypesettingOptions WithSeals = new() { Seals = new SampleSeals(TestFonts.Library) };

    private static readonly ConcurrentDictionary<string, MeasuredPdf> Pdfs = new();

    private static readonly Lazy<Dictionary<string, MeasuredPdf>> Opened = new(() => LibreOffice.ToPdf(All.Keys.ToDictionary(name => name, Word), asWordReadsIt: true));

    /// <summary>The two files that each rule is proved on.</summary>
    public static TheoryData<string> Files { get; } = new("pdf", "docx");

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <param name="file">pdf, or docx as LibreOffice draws it.</param>
    public static MeasuredPdf Measure(string name, string file)
    {
        if (file == "pdf")
            return Pdfs.GetOrAdd(name, static key => MeasuredPdf.Of(All[key], OptionsOf(key)));
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        return Opened.Value[name];
    }

    private static TypesettingOptions? OptionsOf(string name) => name is Sealed or JointSealed or Stamped or ManySealed or LetterSealed ? WithSeals : null;

    /// <summary>The Word file itself.</summary>
    public static byte[] Word(string name)
    {
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(All[name]), OptionsOf(name));
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }
}
