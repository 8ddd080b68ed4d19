using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Expressions;

/// <summary>Each function that Elsa declares to scripts, by the name that its designer offers.</summary>
public sealed class ScriptFunctionTests
{
    [Theory]
    [InlineData("getWorkflowDefinitionId()", "test")]
    [InlineData("getWorkflowDefinitionVersionId()", "test")]
    [InlineData("getWorkflowDefinitionVersion()", "1")]
    [InlineData("getWorkflowInstanceId()", "instance-1")]
    [InlineData("getCorrelationId()", "matter")]
    [InlineData("setCorrelationId('other'); getCorrelationId()", "other")]
    [InlineData("setCorrelationId(null); getCorrelationId() === null", "true")]
    [InlineData("getWorkflowInstanceName() === null", "true")]
    [InlineData("setWorkflowInstanceName('n'); getWorkflowInstanceName()", "n")]
    [InlineData("setVariable('Counter', 4); getVariable('Counter')", "4")]
    [InlineData("getVariable('Nobody') === null", "true")]
    [InlineData("setVariable('Fresh', 5); getVariable('Fresh')", "5")]
    [InlineData("getCounter()", "3")]
    [InlineData("setCounter(8); getCounter()", "8")]
    [InlineData("setCounter(getCounter() + 1); variables.Counter", "4")]
    [InlineData("variables.Counter = 9; getCounter()", "9")]
    [InlineData("Object.keys(variables).join()", "Counter")]
    [InlineData("getInput('Amount')", "70")]
    [InlineData("getInput('Undeclared')", "u")]
    [InlineData("getInput('Nobody') === null", "true")]
    [InlineData("getAmount()", "70")]
    [InlineData("getLastResult()", "r")]
    [InlineData("getOutputFrom('js')", "r")]
    [InlineData("getOutputFrom('js', 'Result')", "r")]
    [InlineData("getOutputFrom('js', 'Nothing') === null", "true")]
    [InlineData("getResultFromJs()", "r")]
    [InlineData("isNullOrWhiteSpace(' ')", "true")]
    [InlineData("isNullOrEmpty(' ')", "false")]
    [InlineData("isNullOrEmpty(null)", "true")]
    [InlineData("parseGuid('6F9619FF-8B86-D011-B42D-00CF4FC964FF')", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("getShortGuid().length", "22")]
    [InlineData("newShortGuid().length", "22")]
    [InlineData("getGuid().toString().length", "36")]
    [InlineData("newGuid().toString().length", "36")]
    [InlineData("getGuidString().length", "36")]
    [InlineData("newGuidString().length", "36")]
    [InlineData("toJson({a: [1, 'x', null]})", """{"a":[1,"x",null]}""")]
    [InlineData("bytesToString(bytesFromString('公文'))", "公文")]
    [InlineData("bytesToBase64(bytesFromString('ab'))", "YWI=")]
    [InlineData("bytesToString(bytesFromBase64('YWI='))", "ab")]
    [InlineData("stringToBase64('公')", "5YWs")]
    [InlineData("stringFromBase64('5YWs')", "公")]
    [InlineData("streamToBase64(bytesFromString('ab'))", "YWI=")]
    [InlineData("streamToBytes(bytesFromString('ab')).length", "2")]
    [InlineData("return 1 + 1", "2")]
    [InlineData("const a = 20; a + 1", "21")]
    [InlineData("`${1}-${'x'}`", "1-x")]
    public async Task A_function_does_what_it_does_in_Elsa(string script, string expected)
    {
        var producer = Build.Activity("RunJavaScript", "js", ("script", Build.Literal("'r'")));
        var definition = Build.Definition(Build.Sequence("s", producer, Build.Line("l", script)), Build.Variable("Counter", "Int32", "3"));
        definition["inputs"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["name"] = "Amount", ["type"] = "Int32" });
        var bench = await new Bench(definition).StartAsync(new() { ["Amount"] = 70, ["Undeclared"] = "u" }, correlationId: "matter");

        Assert.Empty(bench.State.Incidents);
        Assert.Equal(expected, bench.Executions.Values.Single(execution => execution.ActivityId == "l").State["Text"].ToString()!.Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Python")]
    [InlineData("Secret")]
    public async Task Languages_that_run_in_the_hosts_own_process_are_never_executed_and_fault_with_a_reason(string language)
    {
        var bench = await Bench.Of(Build.Sequence("s", Build.Activity("WriteLine", "l", ("text", Build.Input(language, "1 + 1"))))).StartAsync();

        var incident = Assert.Single(bench.State.Incidents);
        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.StartsWith("Failed to evaluate activity input 'Text'", incident.Message, StringComparison.Ordinal);
        Assert.Contains($"不执行表达式类型“{language}”", incident.Exception!.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_with_a_condition_of_such_a_language_faults_too()
    {
        var cases = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["label"] = "A", ["condition"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Python", ["value"] = "True" } });
        var bench = await Bench.Of(Build.Flowchart("f", [Build.Activity("FlowSwitch", "sw", ("cases", cases))])).StartAsync();

        Assert.Single(bench.State.Incidents);
    }
}
