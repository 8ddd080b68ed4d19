using DocFlow.Office.Assessment;
using DocFlow.Office.Assessment.Formulas;

namespace DocFlow.Office.Tests.Assessment;

/// <summary>Formulas compute what an official would by hand, and refuse everything else with its reason.</summary>
[Trait("Journey", "J22")]
public sealed class FormulaTests
{
    private static readonly string[] Measures = ["退文", "印发公文", "逾期办理"];

    [Theory]
    [InlineData("1 + 2 × 3", 7)]
    [InlineData("（1＋2）×3", 9)]
    [InlineData("10 ÷ 4", 2.5)]
    [InlineData("8 / 2 / 2", 2)]
    [InlineData("10 - 3 - 2", 5)]
    [InlineData("−退文 × 0.5", -1)]
    [InlineData("2 × -3", -6)]
    [InlineData("max(印发公文 − 10，0)", 0)]
    [InlineData("min(印发公文 × 0.5、5)", 2)]
    [InlineData("round(2.5)", 3)]
    [InlineData("印发公文 ÷ max(退文，1)", 2)]
    [InlineData("１００", 100)]
    public void A_formula_computes_as_it_is_written(string formula, double expected) =>
        Assert.Equal((decimal)expected, Total(formula));

    [Theory]
    [InlineData("印发公文 / 退文", "除数为0（退文）")]
    [InlineData("1 / 0", "除数为0")]
    [InlineData("1 / (3 − 3)", "除数为0")]
    [InlineData("奖励 + 1", "没有指标或行“奖励”")]
    [InlineData("总分 + 1", "公式循环引用：总分→总分")]
    [InlineData("2000000", "超过上限1000000")]
    [InlineData("1000 × 1001", "结果超过上限")]
    [InlineData("1000000 / 0.0001", "结果超过上限")]
    [InlineData("99999999999999999999999999999999999999", "数字太长")]
    [InlineData("0.00001", "小数超过4位")]
    [InlineData("1 +", "公式没有写完")]
    [InlineData("(1 + 2", "缺少“)”")]
    [InlineData("1 2", "“2”在这里无法识别")]
    [InlineData("1; process.exit()", "“;”在这里无法识别")]
    [InlineData("eval(1，2)", "没有函数“eval”")]
    [InlineData("退文.constructor", "“.”在这里无法识别")]
    [InlineData("max(1)", "至少比较两个数")]
    [InlineData("round(1，2)", "round 只取一个数")]
    [InlineData("", "公式是空的")]
    public void What_is_no_formula_or_cannot_be_computed_is_refused_with_its_reason(string formula, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => FormulaScheme.Read([new ScoreLine("总分", formula)], Measures));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("“总分”", refusal.Message.Replace("没有任何记录的人员，", "", StringComparison.Ordinal).Replace("公式循环引用", "“总分”：公式循环引用", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_may_name_each_other_in_any_order_but_not_in_a_circle()
    {
        var scheme = FormulaScheme.Read([new ScoreLine("总分", "基础 + 扣分"), new ScoreLine("扣分", "−退文 × 0.5"), new ScoreLine("基础", "100")], Measures);
        Assert.Equal([("总分", 99m), ("扣分", -1m), ("基础", 100m)], scheme.Compute(Counts));
        Assert.Equal(["退文"], scheme.MeasuresOf("总分"));

        var refusal = Assert.Throws<RefusalException>(() => FormulaScheme.Read([new ScoreLine("总分", "甲"), new ScoreLine("甲", "乙 + 1"), new ScoreLine("乙", "甲 × 2")], Measures));
        Assert.Equal("公式循环引用：甲→乙→甲。", refusal.Message);
    }

    [Theory]
    [InlineData("缺少“总分”一行", "甲", "1")]
    [InlineData("与指标同名", "退文", "1")]
    [InlineData("有两行", "总分", "1", "总分", "2")]
    [InlineData("名称“9分”", "9分", "1")]
    public void Lines_need_names_of_their_own(string reason, params string[] parts)
    {
        var lines = parts.Chunk(2).Select(pair => new ScoreLine(pair[0], pair[1])).ToList();

        Assert.Contains(reason, Assert.Throws<RefusalException>(() => FormulaScheme.Read(lines, Measures)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_division_that_only_some_counts_make_impossible_is_refused_when_it_is_computed()
    {
        var scheme = FormulaScheme.Read([new ScoreLine("总分", "1 / (退文 − 2)")], Measures);

        Assert.Equal("“林知远：总分”：除数为0（退文）。可写成 max(…，1)。", Assert.Throws<RefusalException>(() => scheme.Compute(Counts, "林知远：")).Message);
    }

    [Fact]
    public void Deep_brackets_and_long_chains_of_lines_end_at_once()
    {
        Assert.Contains("嵌套超过30层", Assert.Throws<RefusalException>(() => Total(new string('(', 100) + "1" + new string(')', 100))).Message, StringComparison.Ordinal);
        Assert.Equal(250m, Total(string.Join('+', Enumerable.Repeat("1", 250))));
        // Each line names all earlier ones: nothing is computed twice for it.
        var lines = Enumerable.Range(0, 39).Select(index => new ScoreLine($"行{index}", index == 0 ? "退文" : string.Join('+', Enumerable.Range(Math.Max(0, index - 5), Math.Min(index, 5)).Select(earlier => $"行{earlier} × 0.1")))).ToList();
        lines.Add(new ScoreLine("总分", "行38"));
        Assert.Equal(["退文"], FormulaScheme.Read(lines, Measures).MeasuresOf("总分"));
    }

    private static decimal Total(string formula) => FormulaScheme.Read([new ScoreLine("总分", formula)], Measures).Compute(Counts).Single().Value;

    private static decimal Counts(string measure) => measure switch { "退文" => 2, "印发公文" => 4, _ => 0 };
}
