using System.Globalization;
using System.Text;
using static DocFlow.Documents.Tests.Measuring.GeneratedSources;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>Two hundred documents of a fixed seed: every kind and format, one page to some forty, long titles, tables, Latin words and digits.</summary>
internal static class CorpusSources
{
    public const int Count = 200;

    private static readonly string[] Kinds = ["通知", "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通报", "报告", "请示", "批复", "议案", "函", "纪要"];

    private static readonly string[] Matters =
        ["开展“无会周”活动", "进一步加强和改进全市机关值班工作", "印发《云河市机关公文处理工作规范（2026年修订）》", "推进“一网通办”、压减12项行政审批事项", "进一步加强和改进全市机关值班工作严格落实领导干部带班制度和二十四小时专人值班制度有关事项", "建设A区5G基站和IPv6示范网"];

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"corpus-{number:000}");

    /// <param name="number">From 0.</param>
    public static string Create(int number)
    {
        var random = new Random(20260 + number);
        var kind = Kinds[number % Kinds.Length];
        var issuer = kind is "命令" or "议案" ? "云河市人民政府" : kind == "通知" && number % 2 == 0 && number % 4 == 0 ? "[中共云河市委办公室, 云河市人民政府办公室, 云河市财政局]" : "中共云河市委办公室";
        var lead = issuer.Trim('[', ']').Split(',')[0];
        var front = new StringBuilder().Append(CultureInfo.InvariantCulture, $"---\n文种: {kind}\n发文机关: {issuer}\n");
        front.Append(kind == "命令" ? string.Create(CultureInfo.InvariantCulture, $"令号: 第{random.Next(1, 40)}号\n签名: {{职务: 市长, 姓名: 周一川}}\n") : string.Create(CultureInfo.InvariantCulture, $"发文字号: 云办发〔2026〕{random.Next(1, 300)}号\n标题: {lead}关于{Pick(random, Matters)}的{kind}\n"));
        if (kind == "纪要")
            front.Append("发文机关标志: 中共云河市委办公室会议纪要\n出席: [陆明, 韩松, 许沛]\n请假: 林知远\n");
        if (kind is "请示" or "报告")
            front.Append(number % 4 < 2 ? "签发人: 陆明\n" : "签发人: [陆明, 韩松云, 许沛]\n");
        if (kind is "请示" or "报告" or "批复" or "议案")
            front.Append("主送: 中共北川省委办公厅\n");
        else if (kind is "通知" or "意见" or "通报" or "决定" or "函")
            front.Append(CultureInfo.InvariantCulture, $"主送: [{string.Join(", ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(random, "各县（区）委办公室", "市委各部门办公室", "市直各单位办公室", "各人民团体")))}]\n");
        if (kind is not ("命令" or "纪要"))
            front.Append(CultureInfo.InvariantCulture, $"用印: {(number % 3 == 0 ? "无" : "印章")}\n成文日期: 2026-{random.Next(1, 13)}-{random.Next(1, 28)}\n");
        else if (kind == "命令")
            front.Append("成文日期: 2026-12-04\n");
        if (number % 5 == 0)
            front.Append("紧急程度: 特急\n份号: \"000017\"\n");
        if (number % 4 == 1 && kind != "命令")
            front.Append("附注: 此件公开发布\n");
        if (kind is not ("命令" or "纪要"))
            AppendAnnexes(front, random, number % 4);
        front.Append("抄送: [市人大常委会办公室, 市政府办公室, 市政协办公室]\n");
        if (kind != "函")
            front.Append("印发机关: 中共云河市委办公室\n印发日期: 2026-12-04\n");
        return front.Append("---\n").Append(Body(random, number % 20 == 19 ? random.Next(110, 220) : random.Next(1, 26))).ToString();
    }
}
