using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Flowcharts;
using DocFlow.Elsa.Runtime.Tests.Running;

namespace DocFlow.Elsa.Runtime.Tests.Definitions;

/// <summary>Definitions that can't be used are refused or reported with their place in the JSON and the reason in Chinese.</summary>
public sealed class BrokenDefinitionTests
{
    [Theory]
    [InlineData("", "$：不是有效的 JSON（第1行）")]
    [InlineData("{\n\"root\": {\n", "$：不是有效的 JSON（第3行）")]
    [InlineData("""{"definitionId":"a","root":{"type":"Elsa.WriteLine","text":"\ud800"}}""", "$：有不完整的字符")]
    [InlineData("[]", "$：流程定义应是一个 JSON 对象")]
    [InlineData("{}", "$.definitionId：缺少 definitionId")]
    [InlineData("""{"definitionId":"a","root":{"id":"x"}}""", "$.root.type：活动缺少 type")]
    [InlineData("""{"definitionId":"a","root":{"type":"Elsa.Sequence","activities":[{"id":"x"}]}}""", "$.root.activities[0].type：活动缺少 type")]
    [InlineData("""{"definitionId":"a","root":{"type":"Elsa.Sequence","activities":[{"id":"x","type":"Elsa.End"},{"id":"x","type":"Elsa.End"}]}}""", "$.root.activities：活动标识“x”重复")]
    [InlineData("""{"definitionId":"a","root":{"type":"Elsa.If","then":{"id":"x","type":"Elsa.End"},"else":{"id":"x","type":"Elsa.End"}}}""", "$.root.else.id：活动标识“x”在同一容器中重复")]
    public void A_definition_that_cannot_be_read_is_refused(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<DefinitionRefusedException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_huge_definition_is_refused() =>
        Assert.Equal("$：流程定义超过4 MB。", Assert.Throws<DefinitionRefusedException>(() => Read(new string(' ', 5 * 1024 * 1024))).Message);

    [Fact]
    public void A_deeply_nested_definition_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"Elsa.Sequence","activities":[""", 200)) + string.Concat(Enumerable.Repeat("]}", 200));

        Assert.StartsWith("$：嵌套超过64层", Assert.Throws<DefinitionRefusedException>(() => Read(WithRoot(json))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Acme.Unknown","id":"x"}""", "$.root.type：没有活动类型“Acme.Unknown”。")]
    [InlineData("""{"type":"Elsa.WriteLine","id":"x","text":{"typeName":"String","expression":{"type":"CSharp","value":"1"}}}""", "$.root.text.expression.type：不执行表达式类型“CSharp”，运行到此处会出错。服务器不运行流程中的 C# 或 Python 代码，请改用 JavaScript 或 Liquid。")]
    [InlineData("""{"type":"Elsa.FlowSwitch","id":"x","cases":[{"label":"A","condition":{"type":"Python","value":"1"}}]}""", "$.root.cases[0].condition.type：不执行表达式类型“Python”，运行到此处会出错。服务器不运行流程中的 C# 或 Python 代码，请改用 JavaScript 或 Liquid。")]
    [InlineData("""{"type":"Elsa.Sequence","id":"x","variables":[{"name":"V","typeName":"System.IO.FileInfo"}]}""", "$.root.variables[0].typeName：变量“V”的类型“System.IO.FileInfo”不认识，已略去。")]
    [InlineData("""{"type":"Elsa.Flowchart","id":"x","activities":[{"type":"Elsa.Start","id":"s"}],"connections":[{"source":{"activity":"s","port":"Done"},"target":{"activity":"gone"}}]}""", "$.root.connections[0]：连线的一端不存在（s → gone），已略去。")]
    [InlineData("""{"type":"Elsa.Flowchart","id":"x","activities":[{"type":"Elsa.Start","id":"s"},{"type":"Elsa.End","id":"lost"},{"type":"Elsa.End","id":"lost2"}],"connections":[{"source":{"activity":"lost"},"target":{"activity":"lost2"}}]}""", "$.root.activities[1]：从起点无法到达“lost”。")]
    [InlineData("""{"type":"Elsa.Flowchart","id":"x","activities":[{"type":"Elsa.Start","id":"s"},{"type":"Test.Sign","id":"sign","name":"签批"}],"connections":[{"source":{"activity":"s","port":"Done"},"target":{"activity":"sign"}}]}""", "$.root.activities[1]：“签批”的“退回”出口没有连线。")]
    [InlineData("""{"type":"Elsa.Flowchart","id":"x","activities":[{"type":"Elsa.FlowDecision","id":"d"},{"type":"Elsa.End","id":"e"}],"connections":[{"source":{"activity":"d","port":"Maybe"},"target":{"activity":"e"}}]}""", "$.root.connections[0]：“d”没有出口“Maybe”，可用：True、False。")]
    public void What_would_go_wrong_is_named_with_its_place(string root, string problem) =>
        Assert.Contains(problem, DefinitionValidator.Validate(Read(WithRoot(root))));

    [Fact]
    public void A_connection_back_that_a_path_bypasses_is_named_with_its_place()
    {
        var definition = Build.Definition(Build.Flowchart(
            "f", [Build.Activity("FlowDecision", "d"), Build.Line("a"), Build.Line("m"), Build.Activity("FlowDecision", "e"), Build.Line("z")], "d:True->a", "a->m", "d:False->m", "m->e", "e:True->a", "e:False->z"));

        Assert.Equal(["$.root.connections[4]：连线“e:True->a”不能返回，有不经过“a”的路径。"], DefinitionValidator.Validate(Read(definition.ToJsonString())));
    }

    [Theory]
    [InlineData("n->s,s:退回->n,s:同意->e", "$.root.connections[1]：“s”在编号登记之后，已编号的公文不能退回，请把这一环节移到编号登记之前。")]
    [InlineData("n->d,d:True->s,d:False->s,s:退回->n,s:同意->e", "$.root.connections[3]：“s”在编号登记之后，已编号的公文不能退回，请把这一环节移到编号登记之前。")]
    [InlineData("n->s,s:同意->e", "$.root.activities[2]：“s”在编号登记之后，已编号的公文不能退回，请把这一环节移到编号登记之前。")]
    [InlineData("d:True->n,d:False->s,n->s,s:退回->d,s:同意->e", null)]
    [InlineData("d:True->s,d:False->s,s:退回->d,s:同意->n,n->e", null)]
    public void A_return_after_the_number_on_every_path_is_named_with_its_place(string connections, string? problem)
    {
        var activities = new[] { Build.Activity("FlowDecision", "d"), Build.Activity("End", "e"), Build.Activity("Sign", "s"), Build.Activity("AssignNumber", "n") };
        activities[2]["type"] = "Test.Sign";
        activities[3]["type"] = "DocFlow.AssignNumber";
        // Each id is one letter; the flowchart starts at its first activity.
        var named = activities.Where(activity => connections.Split(',').Any(connection => connection.StartsWith(Id(activity)) || connection.EndsWith(Id(activity))))
            .OrderBy(activity => Id(activity) == connections[0] ? 0 : 1).ToArray();

        var problems = DefinitionValidator.Validate(Read(Build.Definition(Build.Flowchart("f", named, connections.Split(','))).ToJsonString()));

        Assert.Equal(problem is null ? [] : [problem], problems);

        static char Id(JsonObject activity) => activity["id"]!.GetValue<string>()[0];
    }

    [Fact]
    public void Old_forms_are_read()
    {
        var json = """
            {"definitionId":"a","variables":[{"name":"V","typeName":"String","storageDriverTypeName":"Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core"}],
             "root":{"type":"Elsa.Flowchart","id":"f","activities":[
               {"type":"Elsa.Event","id":"e","canStartWorkflow":true,"eventName":{"typeName":"String","expression":{"type":"Literal","value":"x"},"memoryReference":{"id":"e:input-1"}}},
               {"type":"Elsa.WriteLine","text":"bare"}],
              "connections":[{"source":"e","sourcePort":"Done","target":"WriteLine1","targetPort":"In"}]}}
            """;
        var definition = Read(json);

        Assert.Empty(DefinitionValidator.Validate(definition));
        Assert.True(Assert.Single(definition.Variables).IsPersistent);
        Assert.Equal(true, definition.Nodes["Workflow1:f:e"].CustomProperties["canStartWorkflow"]);
    }

    [Fact]
    public void An_activity_that_was_unknown_comes_back_when_its_type_is_known()
    {
        var original = """{\"type\":\"Elsa.End\",\"id\":\"x\"}""";
        var definition = Read(WithRoot("{\"type\":\"Elsa.NotFoundActivity\",\"id\":\"x\",\"missingTypeName\":\"Elsa.End\",\"originalActivityJson\":\"" + original + "\"}"));

        Assert.Equal("Elsa.End", definition.Root.Type);
    }

    [Theory]
    [InlineData("Acme.Unknown", "a->x")]
    [InlineData("Elsa.WriteLine", "a->x x->b")]
    public void Connections_that_leave_an_unknown_activity_count_only_when_its_type_is_known(string type, string connections)
    {
        var flowchart = Build.Flowchart("f", [Build.Activity("Start", "a"), Build.Activity("WriteLine", "x"), Build.Activity("End", "b")], "a->x", "x->b");
        flowchart["activities"]![1]!["type"] = type;

        Assert.Equal(connections, Arrows(flowchart));
    }

    [Theory]
    [InlineData("Acme.Unknown", "a->x")]
    [InlineData("Elsa.WriteLine", "a->x x->b")]
    public void Parked_connections_come_back_with_the_type(string type, string connections)
    {
        var flowchart = Build.Flowchart("f", [Build.Activity("Start", "a"), Build.Activity("WriteLine", "x"), Build.Activity("End", "b")], "a->x", "x->b");
        flowchart["activities"]![1]!["type"] = type;
        var parked = flowchart["connections"]![1]!.DeepClone();
        flowchart["connections"]!.AsArray().RemoveAt(1);
        flowchart["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray(parked) };

        Assert.Equal(connections, Arrows(flowchart));
    }

    private static string Arrows(JsonObject flowchart) =>
        string.Join(' ', Assert.IsType<Flowchart>(Read(Build.Definition(flowchart).ToJsonString()).Root).Connections.Select(connection => $"{connection.Source}->{connection.Target}"));

    private static string WithRoot(string root) => "{\"definitionId\":\"a\",\"root\":" + root + "}";

    private static WorkflowDefinition Read(string json) => new DefinitionReader(new ActivityRegistry().AddFrom(typeof(SignStep).Assembly)).Read(json);
}
