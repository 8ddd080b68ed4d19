using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Tests.Running;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>What the script editor completes can be called, and is what the real server declares.</summary>
public sealed partial class ScriptTypeDefinitionTests
{
    // As recorded: the functions of the real server, without those on streams.
    [Theory]
    [InlineData("getWorkflowDefinitionId(): string")]
    [InlineData("getWorkflowDefinitionVersionId(): string")]
    [InlineData("getWorkflowDefinitionVersion(): number")]
    [InlineData("getWorkflowInstanceId(): string")]
    [InlineData("getCorrelationId(): string")]
    [InlineData("getWorkflowInstanceName(): string")]
    [InlineData("getVariable(name: string): any")]
    [InlineData("getInput(name: string): any")]
    [InlineData("getLastResult(): any")]
    [InlineData("isNullOrWhiteSpace(value: string): boolean")]
    [InlineData("isNullOrEmpty(value: string): boolean")]
    [InlineData("getShortGuid(): string")]
    [InlineData("getGuidString(): string")]
    [InlineData("toJson(value: any): string")]
    [InlineData("stringFromBase64(value: string): string")]
    [InlineData("stringToBase64(value: string): string")]
    public void Functions_of_the_real_server_are_declared(string function) => Assert.Contains($"declare function {function};\n", ScriptTypeDefinitions.For(Read(Definition(Sequence("all")))), StringComparison.Ordinal);

    [Fact]
    public void Variables_inputs_and_outputs_of_the_definition_are_declared()
    {
        var text = ScriptTypeDefinitions.For(Read(Example()));

        Assert.Contains("declare function getCounter(): number;\ndeclare function setCounter(value: number): void;\n", text, StringComparison.Ordinal);
        Assert.Contains("declare function get标题(): string;", text, StringComparison.Ordinal);
        Assert.Contains("declare function getAmount(): any;", text, StringComparison.Ordinal);
        Assert.Contains("declare function getResultFromAsk(): any;", text, StringComparison.Ordinal);
        Assert.Contains("declare function getTaskIdFromAsk(): string;", text, StringComparison.Ordinal);
        Assert.EndsWith("declare class WorkflowVariables {\ncounter: number;\n标题: string;\n}\ndeclare var variables: WorkflowVariables;\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_identifier_is_left_out()
    {
        var definition = Definition(Sequence("all"), Variable("no good; declare", "String"));

        Assert.DoesNotContain("good", ScriptTypeDefinitions.For(Read(definition)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_function_that_is_declared_can_be_called()
    {
        var definition = Example();
        var names = Declared().Matches(ScriptTypeDefinitions.For(Read(definition))).Select(match => match.Groups[1].Value).Where(name => !name.EndsWith("FromAsk", StringComparison.Ordinal)).ToList();
        var script = $"[{string.Join(',', names.Select(name => $"typeof {name} === 'function' ? '' : '{name}'"))}].join('')";
        definition["root"] = Sequence("all", Activity("RunJavaScript", "run", ("script", Literal(script)), ("result", Output("标题"))), Line("line", "get标题()"));

        var bench = await new Bench(definition).StartAsync();

        Assert.Equal(("", true), (bench.Lines, names.Count > 30));
    }

    private static JsonObject Example()
    {
        var definition = Definition(Sequence("all", Task("t")), Variable("counter", "Int32"), Variable("标题", "String"));
        definition["toolVersion"] = "3.8.0.0";
        definition["inputs"] = new JsonArray(new JsonObject { ["name"] = "Amount", ["type"] = "Int32" });
        definition["root"]!["activities"]![0]!["name"] = "ask";
        return definition;
    }

    private static WorkflowDefinition Read(JsonObject definition) => new DefinitionReader(new ActivityRegistry()).Read(definition.ToJsonString());

    [GeneratedRegex(@"declare function ([^(]+)\(")]
    private static partial Regex Declared();
}
