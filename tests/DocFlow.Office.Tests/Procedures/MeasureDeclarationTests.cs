namespace DocFlow.Office.Tests.Procedures;

/// <summary>What assessment counts is declared beside the steps that it names; what isn't there is refused, not counted as nothing.</summary>
[Trait("Journey", "J22")]
public sealed class MeasureDeclarationTests
{
    private const string Whole = """{"name":"借用","act":"归档","step":"审核","of":"field:host","amount":"people","late":true,"where":{"room":"一号"}}""";

    [Fact]
    public void A_whole_measure_is_read()
    {
        var (procedure, problems) = Declaration.Whole(json => Declaration.Set(json, "customProperties.docflow.measures", $"[{Whole}]"));

        Assert.Empty(problems);
        var measure = Assert.Single(procedure!.Measures);
        Assert.Equal(("借用", "归档", "审核", "field:host", true, "people", "一号"), (measure.Name, measure.Act, measure.Step, measure.Of, measure.IsLate, measure.Amount, measure.Where["room"]));
    }

    [Theory]
    [InlineData("name", "\"借 用\"", "才能写进公式")]
    [InlineData("name", "\"9分\"", "才能写进公式")]
    [InlineData("name", null, "必须填写")]
    [InlineData("act", null, "必须填写")]
    [InlineData("step", "\"审定\"", "没有步骤“审定”")]
    [InlineData("of", "\"field:units\"", "须是不限阅的人员字段")]
    [InlineData("of", "\"step:审定\"", "没有步骤“审定”")]
    [InlineData("of", "\"处长\"", "“处长”无法识别")]
    [InlineData("amount", "\"day\"", "须是不限阅的数字字段")]
    [InlineData("late", "1", "应是 true 或 false")]
    [InlineData("where", "{\"room\":\"三号\"}", "没有选项“三号”")]
    [InlineData("where", "{\"hidden\":\"是\"}", "不认识的属性“hidden”")]
    [InlineData("wher", "{}", "不认识的属性“wher”")]
    public void What_a_measure_cannot_mean_is_refused(string property, string? value, string reason)
    {
        var problems = Declaration.Read(json =>
        {
            Declaration.Set(json, "customProperties.docflow.measures", $"[{Whole}]");
            Declaration.Set(json, $"customProperties.docflow.measures.0.{property}", value);
        });

        var problem = Assert.Single(problems);
        Assert.StartsWith($"$.customProperties.docflow.measures[0].{property}", problem.Path, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_must_be_a_button_of_the_step_that_is_named()
    {
        var problem = Assert.Single(Declaration.Read(json =>
        {
            Declaration.Set(json, "customProperties.docflow.measures", $"[{Whole}]");
            Declaration.Set(json, "root.activities.0.buttons", """{"expression":{"type":"Literal","value":"[\"同意\"]"}}""");
        }));

        Assert.Equal("步骤“审核”没有按钮“归档”。", problem.Message);
    }
}
