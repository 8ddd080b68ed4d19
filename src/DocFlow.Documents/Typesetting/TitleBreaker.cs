using System.Text.RegularExpressions;

namespace DocFlow.Documents.Typesetting;

/// <summary>
/// Breaks a title into rows: words whole, rows alike or in the shape of a trapezoid or diamond, none of a few characters
/// (GB/T 9704 7.3.1). “/” forces a break.
/// </summary>
internal static partial class TitleBreaker
{
    private const int FewestCharacters = 4;
    private const int MostRows = 6;

    // Real titles need a few thousand; a hostile one gets the best found so far.
    private const int MostTries = 50_000;
    private const double WordPenalty = 60;
    private const double ValleyPenalty = 400;

    // One row more is worth a whole word, not mere evenness.
    private const double RowPenalty = 45;

    private static readonly string[] Words =
    [
        "关于", "印发", "转发", "批转", "开展", "活动", "工作", "会议", "进一步", "加强", "做好", "实施", "方案", "管理", "办法", "规定", "通知", "意见", "决定",
        "通报", "批复", "请示", "报告", "调整", "表彰", "情况", "有关", "事项", "问题", "推进", "落实", "召开", "公文", "处理", "安全", "生产", "先进", "集体",
        "个人", "机关", "单位", "单位的", "规范", "提高", "质量", "同意", "设立", "成立", "领导", "小组", "成员", "制度", "建设", "督促", "检查", "督查", "考核",
        "值班", "安排", "综合", "信息", "报送", "文件", "材料", "调查", "研究", "服务", "基层", "全市", "年度", "改革", "发展", "财政局", "自然资源", "规划", "营商环境", "部门", "深化", "全面", "改进", "推动", "高质量", "经济",
        "社会", "治理", "应急", "预防", "防控", "防汛", "环境", "保护", "生态", "乡村", "振兴", "干部", "教育", "培训", "统计", "监督", "评价", "目标", "责任",
        "精神", "学习", "贯彻", "试行", "暂行", "若干", "措施", "计划", "纲要", "细则", "条例", "资金", "项目", "组织", "专项", "整治", "行动", "政务", "公开",
        "数据", "档案", "保密", "信访", "城市", "农村", "节假日", "补充", "说明", "操作", "流程", "名单", "委员会", "办公室", "人民政府", "人民政府办公室", "委员会办公室", "领导小组办公室", "重点", "任务", "分工",
        "商请", "协助", "函复", "征求", "提请", "审议", "批准", "议案", "公告", "通告", "公报", "决议", "纪要", "数字化", "中心", "调研", "预算", "决算", "执行", "草案", "财政", "人民", "预告", "变更", "督办", "催办", "整改", "反馈", "保障",
    ];

    /// <param name="title">As written.</param>
    /// <param name="issuers">Names that are not broken.</param>
    /// <param name="mostCharacters">The most full-width characters that a row holds.</param>
    public static IReadOnlyList<string> Break(string title, IReadOnlyList<string> issuers, double mostCharacters) =>
        [.. title.Split('/').Select(part => part.Trim()).Where(part => part.Length > 0).SelectMany(part => BreakPart(part, issuers, mostCharacters))];

    /// <summary>The width of a text, in full-width characters.</summary>
    public static double WidthOf(string text) => text.Sum(character => character < 0x80 ? 0.5 : 1);

    private static IReadOnlyList<string> BreakPart(string text, IReadOnlyList<string> issuers, double most)
    {
        var width = WidthOf(text);
        if (width <= most)
            return [text];

        var penalties = Penalties(text, issuers);
        var fewest = (int)Math.Ceiling(width / most);
        int[]? best = null;
        var bestCost = double.PositiveInfinity;
        for (var rows = fewest; rows <= MostRows && (best is null || rows <= fewest + 1); rows++)
        {
            var (breaks, cost) = Best(text, penalties, rows, most);
            cost += (rows - fewest) * RowPenalty;
            if (breaks is not null && cost < bestCost)
                (best, bestCost) = (breaks, cost);
        }

        return best is null ? CutEvenly(text, most) : Cut(text, best);
    }

    private static double[] Penalties(string text, IReadOnlyList<string> issuers)
    {
        var penalties = new double[text.Length + 1];
        var forbidden = BreakRules.ForbiddenBreaks(text);
        for (var index = 1; index < text.Length; index++)
        {
            if (forbidden[index])
                penalties[index] = double.PositiveInfinity;
            else if (text[index] is '的' or '和' or '与' or '及')
                penalties[index] = text[index] == '的' ? double.PositiveInfinity : 0;
        }

        foreach (var word in Words)
            Add(penalties, text, word, WordPenalty);
        foreach (var issuer in issuers)
            Add(penalties, text, issuer, 10 * WordPenalty);
        foreach (var quoted in Quoted().EnumerateMatches(text))
        {
            for (var index = quoted.Index + 1; index < quoted.Index + quoted.Length; index++)
                penalties[index] += 2 * WordPenalty;
        }

        // Numbers written out are one word.
        foreach (var number in Numbers().EnumerateMatches(text))
        {
            for (var index = number.Index + 1; index < number.Index + number.Length; index++)
                penalties[index] = double.PositiveInfinity;
        }

        // “关于” is neither cut nor the end of a row: the break belongs before it.
        for (var at = text.IndexOf("关于", StringComparison.Ordinal); at >= 0; at = text.IndexOf("关于", at + 2, StringComparison.Ordinal))
        {
            penalties[at + 1] = double.PositiveInfinity;
            if (at + 2 < text.Length)
                penalties[at + 2] = double.PositiveInfinity;
        }

        return penalties;
    }

    private static void Add(double[] penalties, string text, string word, double penalty)
    {
        if (word.Length == 0)
            return;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            for (var index = at + 1; index < at + word.Length; index++)
                penalties[index] += penalty;
        }
    }

    // Row lengths are few, so the search over break places is small; titles beyond 120 characters are cut evenly.
    private static (int[]? Breaks, double Cost) Best(string text, double[] penalties, int rows, double most)
    {
        if (text.Length > 120)
            return (null, double.PositiveInfinity);
        int[]? best = null;
        var bestCost = double.PositiveInfinity;
        var chosen = new int[rows - 1];
        var tries = 0;
        var ideal = WidthOf(text) / rows;
        Search(0, 0, 0);
        return (best, bestCost);

        void Search(int row, int start, double cost)
        {
            if (cost >= bestCost || ++tries > MostTries)
                return;
            if (row == rows - 1)
            {
                var last = WidthOf(text[start..]);
                if (last > most || last < FewestCharacters)
                    return;
                cost += Square(last - ideal) + Shape(text, chosen);
                if (cost < bestCost)
                    (best, bestCost) = ((int[])chosen.Clone(), cost);
                return;
            }

            var width = 0.0;
            for (var end = start + 1; end < text.Length; end++)
            {
                width += text[end - 1] < 0x80 ? 0.5 : 1;
                if (width > most)
                    return;
                if (width < FewestCharacters || double.IsInfinity(penalties[end]) || Math.Abs(width - ideal) > ideal * 0.6)
                    continue;
                chosen[row] = end;
                Search(row + 1, end, cost + Square(width - ideal) + penalties[end]);
            }
        }
    }

    private static double Square(double value) => value * value;

    // An interior row shorter than both neighbours makes an hourglass.
    private static double Shape(string text, int[] breaks)
    {
        var widths = Cut(text, breaks).Select(WidthOf).ToList();
        var penalty = 0.0;
        for (var row = 1; row < widths.Count - 1; row++)
        {
            if (widths[row] < widths.Take(row).Max() && widths[row] < widths.Skip(row + 1).Max())
                penalty += ValleyPenalty;
        }

        return penalty;
    }

    private static List<string> Cut(string text, int[] breaks)
    {
        int[] ends = [.. breaks, text.Length];
        return [.. ends.Select((end, row) => text[(row == 0 ? 0 : ends[row - 1])..end])];
    }

    private static List<string> CutEvenly(string text, double most)
    {
        var length = (int)most;
        return [.. Enumerable.Range(0, (text.Length + length - 1) / length).Select(row => text[(row * length)..Math.Min(text.Length, (row + 1) * length)])];
    }

    [GeneratedRegex("[〇零一二三四五六七八九十百千万亿]{2,12}(?:小时|周年|年|月|日|届|次|个|项)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("《[^《》]{1,40}》|“[^“”]{1,20}”|（[^（）]{1,20}）")]
    private static partial Regex Quoted();
}
