using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Expressions;

/// <summary>What scripts and templates can reach.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("getInput('A')", "in")]
    [InlineData("getWorkflowInstanceId()", "instance-1")]
    [InlineData("getWorkflowDefinitionId()", "test")]
    [InlineData("getWorkflowDefinitionVersion()", "1")]
    [InlineData("setCorrelationId('c'); getCorrelationId()", "c")]
    [InlineData("setWorkflowInstanceName('n'); getWorkflowInstanceName()", "n")]
    [InlineData("toJson({a: [1, '二']})", "{\"a\":[1,\"二\"]}")]
    [InlineData("['二', {a: 1}]", "[\"二\",{\"a\":1}]")]
    [InlineData("toJson(\"it's\")", "\"it\\u0027s\"")]
    [InlineData("stringToBase64('公文')", "5YWs5paH")]
    [InlineData("stringFromBase64('5YWs5paH')", "公文")]
    [InlineData("bytesToString(bytesFromString('公文'))", "公文")]
    [InlineData("bytesToBase64(bytesFromBase64('5YWs5paH'))", "5YWs5paH")]
    [InlineData("isNullOrEmpty('') && isNullOrWhiteSpace(' ')", "True")]
    [InlineData("newGuid().length", "36")]
    [InlineData("parseGuid('00000000-0000-0000-0000-00000000000A')", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("return 6 * 7;", "42")]
    [InlineData("function f() { return 7 } f()", "7")]
    [InlineData("setVariable('New', 3); getVariable('New')", "3")]
    [InlineData("variables.L.push(3); getL().length", "3")]
    public async Task Functions_have_the_names_and_values_of_Elsa(string script, string line)
    {
        var bench = await Bench.Of(Sequence("s", Set("i", "L", Script("[1, 2]")), Line("a", script)), Variable("L")).StartAsync(new() { ["A"] = "in" });

        Assert.Equal((line, WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_list_changed_in_place_changes_the_variable()
    {
        var bench = await Bench.Of(Sequence("s", Set("i", "L", Script("[1]")), Activity("RunJavaScript", "r", ("script", Literal("getL().push(2)"))), Line("a", "getL().join()")), Variable("L")).StartAsync();

        Assert.Equal("1,2", bench.Lines);
    }

    [Fact]
    public async Task Outcomes_are_chosen_by_the_script()
    {
        var run = Activity("RunJavaScript", "r", ("script", Literal("setOutcomes(['A', 'B'])")));
        var bench = await Bench.Of(Flowchart("f", [run, Line("a"), Line("b"), Line("c")], "r:A->a", "r:B->b", "r:Done->c")).StartAsync();

        Assert.Equal("a b", bench.Lines);
    }

    [Fact]
    public async Task Outcomes_are_chosen_by_RunJavaScript_only_and_are_never_the_unnamed_one()
    {
        var run = Activity("RunJavaScript", "r", ("script", Literal("1")));
        var flow = Flowchart("f", [run, Line("a"), Line("b")], "r:Done->a", "r->b");
        flow["connections"]![1]!["source"]!["port"] = null;

        Assert.Equal("a", (await Bench.Of(flow).StartAsync()).Lines);
        Assert.Equal(WorkflowSubStatus.Faulted, (await Bench.Of(Line("a", "setOutcome('A')")).StartAsync()).SubStatus);
    }

    [Fact]
    public async Task A_script_without_a_value_leaves_what_its_result_is_bound_to()
    {
        var run = Activity("RunJavaScript", "r", ("script", Literal("return null")), ("result", Output("V")));

        Assert.Equal("5", (await Bench.Of(Sequence("s", run, Line("a", "getV()")), Variable("V", "Int32", "5")).StartAsync()).Lines);
    }

    [Fact]
    public async Task An_output_that_is_set_within_a_branch_is_the_branchs_when_it_has_one_of_that_name()
    {
        var set = Sequence("t", Activity("SetOutput", "o", ("outputName", Literal("Result")), ("outputValue", Literal("x"))), Activity("SetOutput", "p", ("outputName", Literal("Other")), ("outputValue", Literal("y"))));
        var bench = await Bench.Of(Sequence("s", Activity("If", "if", ("condition", Literal(true)), ("then", set), ("result", Output("V"))), Line("a", "getV()")), Variable("V")).StartAsync();

        Assert.Equal(("x", "Other"), (bench.Lines, string.Join(' ', bench.State.Output.Keys)));
    }

    [Theory]
    [InlineData("3.8.0.0", "Calc")]
    [InlineData(null, "Rj")]
    public async Task Outputs_are_named_by_activity_name_or_in_old_files_by_id(string? toolVersion, string name)
    {
        var run = Activity("RunJavaScript", "rj", ("name", "Calc"), ("script", Literal("42")));
        var definition = Definition(Sequence("s", run, Line("a", $"getResultFrom{name}()")));
        definition["toolVersion"] = toolVersion;

        Assert.Equal("42", (await new Bench(definition).StartAsync()).Lines);
    }

    [Fact]
    public async Task An_output_inside_another_container_or_of_an_unknown_activity_faults()
    {
        var inner = Sequence("i", Activity("RunJavaScript", "rj", ("script", Literal("42"))));

        Assert.Equal(WorkflowSubStatus.Faulted, (await Bench.Of(Sequence("s", inner, Line("a", "getOutputFrom('rj')"))).StartAsync()).SubStatus);
        Assert.Equal(WorkflowSubStatus.Faulted, (await Bench.Of(Sequence("s", Line("a", "getOutputFrom('nobody')"))).StartAsync()).SubStatus);
    }

    [Fact]
    public async Task An_output_outside_of_the_nearest_container_faults_and_beside_a_branch_is_seen()
    {
        var run = Activity("RunJavaScript", "rj", ("script", Literal("42")));
        var line = Line("a", "getOutputFrom('rj')");

        Assert.Equal(WorkflowSubStatus.Faulted, (await Bench.Of(Sequence("s", run.DeepClone().AsObject(), Sequence("i", line.DeepClone().AsObject()))).StartAsync()).SubStatus);
        Assert.Equal("42", (await Bench.Of(Sequence("s", run, Activity("If", "if", ("condition", Literal(true)), ("then", line)))).StartAsync()).Lines);
    }

    [Fact]
    public async Task Parallel_turns_see_their_own_outputs()
    {
        var body = Sequence("b", Activity("RunJavaScript", "rj", ("script", Literal("getVariable('CurrentValue') * 10"))), Line("a", "getOutputFrom('rj')"));

        Assert.Equal("10 20 30", (await Bench.Of(Activity("ParallelForEach", "p", ("items", Script("[1,2,3]")), ("body", body))).StartAsync()).Lines);
    }

    [Fact]
    public async Task A_loop_within_a_flowchart_shows_the_first_output_and_the_last_result()
    {
        var run = Activity("RunJavaScript", "rj", ("script", Literal("setN(getN() + 1); return getN()")));
        var again = Activity("FlowDecision", "d", ("condition", Script("getN() < 3")));
        var bench = await Bench.Of(Flowchart("f", [Activity("Start", "st"), run, Line("a", "`${getOutputFrom('rj')}${getLastResult()}`"), again], "st->rj", "rj->a", "a->d", "d:True->rj"), Variable("N", "Int32", "0")).StartAsync();

        Assert.Equal("11 12 13", bench.Lines);
    }

    [Fact]
    public async Task A_new_variable_lives_in_the_nearest_container()
    {
        var set = Activity("RunJavaScript", "r", ("script", Literal("setVariable('New', 5)")));
        var bench = await Bench.Of(Sequence("s", Activity("If", "if", ("condition", Literal(true)), ("then", set)), Line("a", "getVariable('New')"))).StartAsync();

        Assert.Equal("5", bench.Lines);
    }

    [Theory]
    [InlineData("doc_no", "getDocNo()")]
    [InlineData("doc no", "getDocNo()")]
    [InlineData("docNo", "getDocNo()")]
    public async Task Accessors_are_named_as_in_Elsa(string name, string script) =>
        Assert.Equal("7", (await Bench.Of(Line("a", script), Variable(name, "Int32", "7")).StartAsync()).Lines);

    [Fact]
    public async Task Unbound_outputs_are_gone_after_a_suspension()
    {
        var bench = await Bench.Of(Sequence("s", Activity("RunJavaScript", "rj", ("script", Literal("42"))), Task("t"), Line("a", "`${getOutputFrom('rj')}`"))).StartAsync();
        await bench.CompleteAsync("t");

        Assert.Equal("null", bench.Lines);
    }

    [Theory]
    [InlineData("Int32", "'7'", "7")]
    [InlineData("Int32", "3.5", "4")]
    [InlineData("String", "12", "\"12\"")]
    [InlineData("Int32", "'abc'", "0")]
    [InlineData("Boolean", "'true'", "true")]
    [InlineData("DateTime", "'2026-11-26T10:00:00Z'", "\"2026-11-26T10:00:00Z\"")]
    [InlineData("DateTimeOffset", "'2026-11-26T10:00:00-08:00'", "\"2026-11-26T10:00:00-08:00\"")]
    [InlineData("String[]", "'x'", "[\"x\"]")]
    [InlineData("List<String>", "'[\"a\"]'", "[\"a\"]")]
    [InlineData("TimeSpan", "'01:30:00'", "\"01:30:00\"")]
    [InlineData("JSON", "'{\"a\":[1]}'", "{\"a\":[1]}")]
    public async Task A_set_value_is_converted_to_the_variables_type(string type, string script, string kept) =>
        Assert.Equal(kept, (await Bench.Of(Set("s", "V", Script(script)), Variable("V", type)).StartAsync()).Variable("V")?.ToJsonString());

    [Fact]
    public async Task An_output_binding_is_not_converted_and_null_reads_as_the_default_again()
    {
        var task = Task("t");
        task["result"] = Output("V");
        var bench = await Bench.Of(Sequence("s", task, Line("a", "typeof getV()"), Task("u"), Line("b", "getV()")), Variable("V", "Int32", "5")).StartAsync();
        await bench.CompleteAsync("t", "text");
        await bench.CompleteAsync("u");
        Assert.Equal("string text", bench.Lines);

        var other = await Bench.Of(Sequence("s", Set("n", "V", Script("null")), Task("u"), Line("b", "getV()")), Variable("V", "Object", "dflt")).StartAsync();
        await other.CompleteAsync("u");
        Assert.Equal("dflt", other.Lines);
    }

    [Fact]
    public async Task Inputs_survive_a_suspension_only_with_a_storage_driver()
    {
        var definition = Definition(Sequence("s", Task("t"), Line("a", "`${getInput('Kept')} ${getInput('Lost')}`")));
        definition["inputs"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"Kept","type":"String","storageDriverType":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"},{"name":"Lost","type":"String"}]""");
        var bench = await new Bench(definition).StartAsync(new() { ["Kept"] = "k", ["Lost"] = "l" });
        await bench.CompleteAsync("t");

        Assert.Equal("k null", bench.Lines);
    }

    [Fact]
    public async Task A_broken_template_gives_its_error_text_and_files_are_out_of_reach()
    {
        var broken = await Bench.Of(Activity("WriteLine", "a", ("text", Liquid("{{ Variables.X ")))).StartAsync();
        var file = await Bench.Of(Activity("WriteLine", "a", ("text", Liquid("{% include '/etc/passwd' %}")))).StartAsync();

        Assert.Equal(WorkflowSubStatus.Finished, broken.SubStatus);
        Assert.NotEqual("", broken.Lines);
        Assert.DoesNotContain("root:", file.StateJson + file.Lines, StringComparison.Ordinal);
    }
}
