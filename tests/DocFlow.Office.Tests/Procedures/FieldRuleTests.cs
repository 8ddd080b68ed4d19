using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>What may stand in a field.</summary>
public sealed class FieldRuleTests
{
    private static readonly Procedure Form = Declaration.Whole().Procedure!;

    [Theory]
    [InlineData("08:30", null)]
    [InlineData("20:00", null)]
    [InlineData("8:30", "应是时间，写成 09:30 的样子")]
    [InlineData("24:00", "应是时间")]
    [InlineData("09:60", "应是时间")]
    [InlineData("上午", "应是时间")]
    [InlineData("07:59", "不能早于08:00")]
    [InlineData("20:01", "不能晚于20:00")]
    public void An_hour_is_held_to_its_field(string value, string? reason)
    {
        var problem = FieldRules.Problem(new ProcedureField { Key = "from", Label = "开始", Type = FieldType.Time, Min = "08:00", Max = "20:00" }, value);

        if (reason is null)
            Assert.Null(problem);
        else
            Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject", "开会", null)]
    [InlineData("subject", "", "请填写“事由”")]
    [InlineData("subject", "  ", "请填写“事由”")]
    [InlineData("subject", "快!", "写法不对")]
    [InlineData("subject", "一\n二", "只能有一行")]
    [InlineData("day", "2026-12-08", null)]
    [InlineData("day", "2026年12月8日", "应是日期")]
    [InlineData("day", "0001-01-01", "应是日期")]
    [InlineData("day", "9999-12-31", "应是日期")]
    [InlineData("day", "2025-12-31", "不能早于2026-01-01")]
    [InlineData("day", "2031-01-01", "不能晚于2030-12-31")]
    [InlineData("people", "", null)]
    [InlineData("people", "12.5", null)]
    [InlineData("people", "12.55", "最多1位小数")]
    [InlineData("people", "许多", "应是数字")]
    [InlineData("people", "1e9", "应是数字")]
    [InlineData("people", "0", "不能小于1")]
    [InlineData("people", "201", "不能大于200")]
    [InlineData("room", "二号", null)]
    [InlineData("room", "三号", "没有选项“三号”，可选：一号、二号")]
    [InlineData("notes", "一\n二", null)]
    [InlineData("seats", "[{\"row\":\"1\",\"words\":\"中\"}]", null)]
    [InlineData("seats", "一排", "应是一张表")]
    [InlineData("seats", "[1]", "应是一张表")]
    [InlineData("seats", "[null]", "应是一张表")]
    [InlineData("seats", "[{\"row\":null}]", "应是一张表")]
    [InlineData("seats", "[]", "至少一行")]
    [InlineData("seats", "[{\"row\":\"1\"},{\"row\":\"0\"}]", "“座次”第2行：“排”不能小于1")]
    [InlineData("seats", "[{\"words\":\"中\"}]", "“座次”第1行：请填写“排”")]
    [InlineData("seats", "[{\"row\":\"1\",\"colour\":\"红\"}]", "“座次”第1行：没有列“colour”")]
    public void A_value_is_held_to_its_field(string key, string value, string? reason)
    {
        var problem = FieldRules.Problem(Form.Find(key)!, value);

        if (reason is null)
            Assert.Null(problem);
        else
            Assert.Contains(reason, problem, StringComparison.Ordinal);
    }
}
