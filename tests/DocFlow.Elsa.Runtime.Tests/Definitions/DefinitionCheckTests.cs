using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Definitions;

/// <summary>What designers are told before a definition is published.</summary>
public sealed class DefinitionCheckTests
{
    [Fact]
    public void A_decision_of_people_must_lead_somewhere()
    {
        var finding = Assert.Single(Check(Flowchart("f", [Step("Draft", "d"), Step("Review", "r", ("post", Literal("秘书一科/科长")))], "d:送审->r", "r:退回->d")));

        Assert.Equal(
            ("r", "Workflow1:f:r", "$.root.activities[1]", "“r”的“同意”出口没有连线；如到此结束，请连到“结束”。", FindingSeverity.Error),
            (finding.ActivityId, finding.ActivityNodeId, finding.Path, finding.Message, finding.Severity));
    }

    [Fact]
    public void An_open_return_is_told()
    {
        var findings = Check(Flowchart("f", [Step("Draft", "d"), Step("Review", "r", ("post", Literal("秘书一科/科长"))), Activity("End", "e")], "d:送审->r", "r:同意->e"));

        Assert.Equal("“r”的“退回”出口没有连线。", Assert.Single(findings).Message);
    }

    [Theory]
    [InlineData("Review", null, "“s”没有填写“岗位”。")]
    [InlineData("Review", "", "“s”没有填写“岗位”。")]
    [InlineData("Review", "秘书一科/科长", null)]
    [InlineData("Countersign", null, null)]
    public void A_step_of_people_needs_somebody(string type, string? post, string? message)
    {
        var findings = Check(Flowchart("f", [Step("Draft", "d"), Step(type, "s", ("post", post is null ? null : Literal(post))), Activity("End", "e")], "d:送审->s", "s:退回->d", "s:同意->e"));

        Assert.Equal(message is null ? [] : [message], findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_post_that_a_script_chooses_is_not_missing()
    {
        var findings = Check(Sequence("all", Step("Seal", "s", ("post", Script("getPost()")))));

        Assert.Empty(findings);
    }

    [Fact]
    public void Numbering_needs_the_organs_code() =>
        Assert.Equal(["“n”没有填写“机关代字”。"], Check(Sequence("all", Step("AssignNumber", "n", ("post", Literal("机要文印室/文印员"))))).Select(finding => finding.Message));

    [Theory]
    [InlineData("JavaScript", "getX(", "JavaScript 有语法错误")]
    [InlineData("JavaScript", "return 1 +", "JavaScript 有语法错误")]
    [InlineData("JavaScript", "return getX() > 1", null)]
    [InlineData("JavaScript", "while (true) { }", null)]
    [InlineData("Liquid", "{% if Variables.x %}没有结束", "Liquid 有语法错误")]
    [InlineData("Liquid", "{{ Variables.x | upcase }}", null)]
    [InlineData("Literal", "getX(", null)]
    public void Scripts_and_templates_are_parsed_and_not_run(string type, string text, string? message)
    {
        var findings = Check(Sequence("all", Activity("WriteLine", "w", ("text", Input(type, text)))));

        if (message is null)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(("w", "$.root.activities[0].text.expression.value"), (finding.ActivityId, finding.Path));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WaitAll", "d:True->j", "d:False->j", true)]
    [InlineData("WaitAll", "d:True->j", "d:True->x", false)]
    [InlineData("WaitAllActive", "d:True->j", "d:False->j", false)]
    [InlineData("WaitAny", "d:True->j", "d:False->j", false)]
    public void A_join_of_all_after_a_choice_of_one_is_refused_because_it_skips_what_follows(string mode, string first, string second, bool isTold)
    {
        var findings = Check(Flowchart(
            "f", [Activity("FlowDecision", "d", ("condition", Script("true"))), Activity("WriteLine", "x", ("text", Literal("x"))), Activity("FlowJoin", "j", ("mode", Literal(mode)))], first, second, "x->j"));

        Assert.Equal(isTold ? ["j"] : [], findings.Where(finding => finding.Message.Contains("全部跳过", StringComparison.Ordinal)).Select(finding => finding.ActivityId));
    }

    [Fact]
    public void Conditions_of_cases_and_the_script_of_a_script_activity_are_parsed()
    {
        var findings = Check(Sequence(
            "all",
            Activity("FlowSwitch", "s", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "1 +" } }))),
            Activity("RunJavaScript", "j", ("script", Literal("var = 1")))));

        Assert.Equal(["$.root.activities[0].cases[0].condition.value", "$.root.activities[1].script.expression.value"], findings.Select(finding => finding.Path));
    }

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Python")]
    public void Code_on_the_server_is_refused_with_its_reason(string type)
    {
        var finding = Assert.Single(Check(Sequence("all", Activity("WriteLine", "w", ("text", Input(type, "1"))))));

        Assert.Equal(("w", FindingSeverity.Error), (finding.ActivityId, finding.Severity));
        Assert.Contains("请改用 JavaScript 或 Liquid", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_activity_is_told_at_its_place()
    {
        var finding = Assert.Single(Check(Sequence("all", new JsonObject { ["type"] = "Acme.Unknown", ["id"] = "u" })));

        Assert.Equal(("u", "$.root.activities[0].type", "没有活动类型“Acme.Unknown”。"), (finding.ActivityId, finding.Path, finding.Message));
    }

    [Theory]
    [InlineData("Cron", "cronExpression", "0 9 * * *", "应为六段")]
    [InlineData("HttpEndpoint", "path", "a/{b", "无法识别")]
    [InlineData("HttpEndpoint", "path", "a/../b", "不能作为路径的一段")]
    [InlineData("HttpEndpoint", "path", "a//b", "空的一段")]
    [InlineData("HttpEndpoint", "path", "a/\u0001", "不能作为路径的一段")]
    public void Literals_that_can_not_be_used_are_told(string type, string input, string value, string message) =>
        Assert.Contains(message, Assert.Single(Check(Sequence("all", Activity(type, "a", (input, Literal(value)))))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("orders/{id}", "[\"GET\"]", "orders/{number}", "[\"POST\",\"GET\"]", true)]
    [InlineData("orders", "[\"GET\"]", "Orders/", "[\"GET\"]", true)]
    [InlineData("orders", "[\"GET\"]", "orders", "[\"POST\"]", false)]
    [InlineData("orders", "[\"GET\"]", "orders/{id}", "[\"GET\"]", false)]
    public void Two_starts_by_the_same_path_and_method_are_told(string first, string firstMethods, string second, string secondMethods, bool isTold)
    {
        var findings = Check(Sequence("all", Endpoint("one", first, firstMethods), Endpoint("two", second, secondMethods)));

        Assert.Equal(isTold ? ["two"] : [], findings.Select(finding => finding.ActivityId));
        Assert.All(findings, finding => Assert.Contains("路径和方法相同", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fork_whose_branches_never_join_is_a_warning_and_is_published()
    {
        var definition = Read(Flowchart("f", [Fork("k"), Line("a"), Line("b")], "k:A->a", "k:B->b"));

        var finding = Assert.Single(DefinitionValidator.Check(definition));
        Assert.Equal(("k", FindingSeverity.Warning), (finding.ActivityId, finding.Severity));
        Assert.Empty(DefinitionValidator.Validate(definition));
    }

    [Fact]
    public void A_fork_with_its_join_is_as_it_should_be() =>
        Assert.Empty(Check(Flowchart("f", [Fork("k"), Line("a"), Line("b"), Activity("FlowJoin", "j")], "k:A->a", "k:B->b", "a->j", "b->j")));

    [Fact]
    public void A_join_of_one_branch_is_a_warning()
    {
        var finding = Assert.Single(Check(Flowchart("f", [Line("a"), Activity("FlowJoin", "j")], "a->j")));

        Assert.Equal(("j", FindingSeverity.Warning), (finding.ActivityId, finding.Severity));
    }

    [Fact]
    public void A_switchs_labels_are_its_exits()
    {
        var choice = Activity("FlowSwitch", "s", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } })));

        Assert.Equal(["“s”没有出口“B”，可用：A、Default。"], Check(Flowchart("f", [choice, Line("a"), Line("b"), Line("c")], "s:A->a", "s:B->b", "s:Default->c")).Select(finding => finding.Message));
    }

    [Fact]
    public void Findings_are_written_as_clients_read_them() => Assert.Equal(
        """{"activityId":"a","activityNodeId":"Workflow1:a","path":"$.root","message":"m","severity":"warning"}""",
        JsonSerializer.Serialize(new DefinitionFinding("a", "Workflow1:a", "$.root", "m", FindingSeverity.Warning), JsonSerializerOptions.Web));

    [Fact]
    public void The_offices_own_procedures_have_no_findings()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
            folder = folder.Parent!;
        var findings = Directory.GetFiles(Path.Combine(folder.FullName, "workflows"), "*.json").SelectMany(file =>
            DefinitionValidator.Check(new DefinitionReader(new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly)).Read(File.ReadAllText(file))));

        Assert.Empty(findings);
    }

    private static IReadOnlyList<DefinitionFinding> Check(JsonObject root) => DefinitionValidator.Check(Read(root));

    private static WorkflowDefinition Read(JsonObject root) => new DefinitionReader(new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly)).Read(Definition(root).ToJsonString());

    private static JsonObject Step(string type, string id, params (string, JsonNode?)[] properties)
    {
        var activity = Activity(type, id, properties);
        activity["type"] = $"DocFlow.{type}";
        return activity;
    }

    private static JsonObject Fork(string id) => Activity("FlowFork", id, ("branches", Input("Object", "[\"A\",\"B\"]")));

    private static JsonObject Endpoint(string id, string path, string methods)
    {
        var endpoint = Activity("HttpEndpoint", id, ("path", Literal(path)), ("supportedMethods", Input("Object", methods)));
        endpoint["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return endpoint;
    }
}
