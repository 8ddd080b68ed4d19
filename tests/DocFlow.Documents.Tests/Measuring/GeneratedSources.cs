using System.Globalization;
using System.Text;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>Documents of a fixed seed, from half a page to some forty, with all that makes rows break awkwardly.</summary>
internal static class GeneratedSources
{
    private static readonly string[] Phrases =
    [
        "各地区各部门要提高政治站位", "切实加强组织领导", "明确责任分工", "细化工作措施", "加大督促检查力度", "确保各项任务按时完成", "坚持问题导向和目标导向相统一",
        "把调查研究贯穿工作全过程", "推动基层减负取得实效", "统筹做好安全生产和防汛救灾工作", "不断提高服务群众的能力和水平", "严格落实领导干部带班制度", "重要情况第一时间报告",
        "认真梳理存在的突出问题", "建立台账、逐项销号", "形成上下联动、齐抓共管的工作格局", "充分发挥考核“指挥棒”作用", "持续优化营商环境", "对工作不力的单位予以通报", "市委办公室将适时组织督查",
    ];

    private static readonly string[] Awkward =
    [
        "依据《云河市机关公文处理工作规范》（云办发〔2025〕12号）", "较上年增长15.5%", "共计1,234.56万元", "于2026年12月7日至11日", "面积3600平方米", "每人每天不超过90分钟", "登录https://www.yunhe.example/a/b?c=1",
        "使用APP“云河通”V2.0版", "GDP同比增长6.3个百分点", "联系人李玥、王喆、张堃昇（电话0000-1234567）", "——这是底线要求", "包括城管、交通、水利……等领域", "按照第十二条、第十三条规定", "“一事一议”“一案一策”", "（以下简称“办法”）", "覆盖率达到98.7％以上",
    ];

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>Sources by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Enumerable.Range(1, 20).ToDictionary(number => $"generated-{number:00}", number => Create(number));

    private static string Create(int number)
    {
        var random = new Random(9704 + number);
        var front = new StringBuilder();
        front.Append("---\n文种: 通知\n发文机关: 中共云河市委办公室\n");
        if (number % 4 != 0)
            front.Append(CultureInfo.InvariantCulture, $"发文字号: 云办发〔2026〕{random.Next(1, 300)}号\n");
        if (number % 5 == 0)
            front.Append("紧急程度: 特急\n份号: \"000017\"\n");
        front.Append(CultureInfo.InvariantCulture, $"标题: 中共云河市委办公室关于{Pick(random, "开展“无会周”活动", "进一步加强和改进全市机关值班工作", "印发《云河市机关公文处理工作规范》")}的通知\n");
        front.Append(CultureInfo.InvariantCulture, $"主送: [{string.Join(", ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(random, "各县（区）委办公室", "市委各部门办公室", "市直各单位办公室", "各人民团体")))}]\n");
        front.Append(CultureInfo.InvariantCulture, $"用印: {(number % 3 == 0 ? "无" : "印章")}\n成文日期: 2026-{random.Next(1, 13)}-{random.Next(1, 28)}\n");
        if (number % 2 == 0)
            front.Append("附注: 此件公开发布\n");
        AppendAnnexes(front, random, number % 4);
        front.Append(CultureInfo.InvariantCulture, $"抄送: [{string.Join(", ", Enumerable.Repeat("市人大常委会办公室, 市政府办公室, 市政协办公室", random.Next(1, 4)))}]\n印发机关: 中共云河市委办公室\n印发日期: 2026-12-04\n---\n");
        var paragraphs = number switch { 20 => 260, > 15 => 40, _ => 2 + number };
        return front.Append(Body(random, paragraphs)).ToString();
    }

    internal static void AppendAnnexes(StringBuilder front, Random random, int count)
    {
        if (count == 0)
            return;
        front.Append("附件:\n");
        for (var index = 0; index < count; index++)
        {
            front.Append(CultureInfo.InvariantCulture, $"  - 标题: {Pick(random, "工作安排表", "云河市机关工作人员值班值守联系人名单及应急处置流程说明材料汇编", "责任分工方案")}\n    正文: |\n");
            if (index % 2 == 0)
            {
                front.Append("      | 序号 | 单位 | 主要内容 |\n      |---|---|---|\n");
                for (var row = 1; row <= random.Next(3, 30); row++)
                    front.Append(CultureInfo.InvariantCulture, $"      | {row} | {Pick(random, "综合科", "秘书一科、秘书二科")} | {Pick(random, Phrases)}，{Pick(random, Awkward)} |\n");
            }

            front.Append(CultureInfo.InvariantCulture, $"      {Sentence(random)}\n");
        }
    }

    internal static string Body(Random random, int paragraphs)
    {
        var body = new StringBuilder().Append(Sentence(random)).Append("现将有关事项通知如下。\n");
        int first = 0, second = 0, third = 0;
        for (var index = 0; index < paragraphs; index++)
        {
            switch (random.Next(6))
            {
                case 0 when first < 10:
                    body.Append(CultureInfo.InvariantCulture, $"{Numerals[first++]}、{Pick(random, Phrases)}\n");
                    second = third = 0;
                    break;
                case 1 when first > 0 && second < 10:
                    body.Append(CultureInfo.InvariantCulture, $"（{Numerals[second++]}）{Pick(random, Phrases)}。");
                    third = 0;
                    break;
                case 2 when second > 0:
                    body.Append(CultureInfo.InvariantCulture, $"{++third}.");
                    break;
            }

            for (var sentence = random.Next(1, 5); sentence > 0; sentence--)
                body.Append(Sentence(random));
            body.Append('\n');
        }

        return body.ToString();
    }

    private static string Sentence(Random random)
    {
        var sentence = new StringBuilder(Pick(random, Phrases));
        for (var part = random.Next(1, 5); part > 0; part--)
            sentence.Append(Pick(random, "，", "，", "，", "；", "、")).Append(random.Next(3) == 0 ? Pick(random, Awkward) : Pick(random, Phrases));
        return sentence.Append(random.Next(12) == 0 ? "！" : "。").ToString();
    }

    internal static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
