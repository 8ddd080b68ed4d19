using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Execution;

/// <summary>What is excluded from the log isn't kept with executions, nor in the journal.</summary>
public sealed class LogPersistenceTests
{
    private const string Strategies = "Elsa.Workflows.LogPersistence.Strategies.";

    [Fact]
    public async Task An_excluded_input_is_neither_in_the_execution_nor_in_the_journal()
    {
        var bench = await Bench.Of(Build.Sequence("s", Line("hidden", new JsonObject { ["inputs"] = new JsonObject { ["text"] = Mode("Exclude") } }), Build.Line("shown"))).StartAsync();

        Assert.Empty(State(bench, "hidden"));
        Assert.Equal("shown", State(bench, "shown")["Text"]);
        Assert.DoesNotContain(bench.Journal, entry => entry.ActivityId == "hidden" && entry.Data?.ContainsKey("Text") == true);
    }

    [Fact]
    public async Task An_excluded_output_is_not_in_the_execution_but_works()
    {
        var task = Build.Task("t");
        task["result"] = Build.Output("R");
        task["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["outputs"] = new JsonObject { ["result"] = Mode("Exclude") } } };
        var bench = await Bench.Of(Build.Sequence("s", task, Build.Line("l", "getR()")), Build.Variable("R")).StartAsync();
        await bench.CompleteAsync("t", "secret");

        Assert.Equal(["TaskId"], bench.Executions.Values.Single(execution => execution.ActivityId == "t").Outputs.Keys);
        Assert.Equal("secret", State(bench, "l")["Text"]);
    }

    [Fact]
    public async Task What_an_activity_does_not_say_its_workflow_says()
    {
        var definition = Build.Definition(Build.Sequence("s", Build.Line("a"), Line("b", new JsonObject { ["default"] = Mode("Inherit") }), Line("c", new JsonObject { ["default"] = Mode("Include") }),
            Line("d", new JsonObject { ["default"] = Mode("Exclude"), ["inputs"] = new JsonObject { ["text"] = Mode("Include") } })));
        definition["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["default"] = Mode("Exclude") } };
        var bench = await new Bench(definition).StartAsync();

        Assert.Equal([0, 0, 1, 1], new[] { "a", "b", "c", "d" }.Select(id => State(bench, id).Count));
    }

    [Fact]
    public async Task The_old_form_is_read()
    {
        var old = Build.Line("old");
        old["customProperties"] = new JsonObject { ["logPersistenceMode"] = new JsonObject { ["default"] = "Exclude" } };
        var bench = await Bench.Of(Build.Sequence("s", old)).StartAsync();

        Assert.Empty(State(bench, "old"));
    }

    [Theory]
    [InlineData("JavaScript", "'Include'", true)]
    [InlineData("JavaScript", "'Exclude'", false)]
    [InlineData("JavaScript", "getSecret() > 2 ? 'Exclude' : 'Include'", false)]
    [InlineData("JavaScript", "getSecret() > 3 ? 'Exclude' : 'Include'", true)]
    [InlineData("Liquid", "{% if Variables.Secret == 3 %}Exclude{% else %}Include{% endif %}", false)]
    [InlineData("Literal", "Include", true)]
    [InlineData("JavaScript", "'Inherit'", false)]
    [InlineData("JavaScript", "nobody.knows", false)]
    [InlineData("JavaScript", "5", false)]
    [InlineData("CSharp", "LogPersistenceMode.Include", false)]
    public async Task An_expression_finds_the_mode_out_when_the_activity_completes_and_excludes_what_it_can_t_decide(string type, string value, bool isKept)
    {
        var mode = new JsonObject { ["evaluationMode"] = "Expression", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
        var chart = Build.Sequence("s", Build.Set("set", "Secret", Build.Literal(3)), Line("l", new JsonObject { ["inputs"] = new JsonObject { ["text"] = mode } }));
        chart["variables"] = new JsonArray(Build.Variable("Secret"));
        var definition = Build.Definition(chart);
        definition["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["default"] = Mode("Exclude") } };

        var bench = await new Bench(definition).StartAsync();

        Assert.Equal(WorkflowSubStatus.Finished, bench.SubStatus);
        Assert.Equal(isKept, State(bench, "l").ContainsKey("Text"));
    }

    private static IReadOnlyDictionary<string, object> State(Bench bench, string activity) => bench.Executions.Values.Single(execution => execution.ActivityId == activity).State;

    private static JsonObject Mode(string name) => new() { ["evaluationMode"] = "Strategy", ["strategyType"] = $"{Strategies}{name}, Elsa.Workflows.Core" };

    private static JsonObject Line(string id, JsonObject config)
    {
        var line = Build.Line(id);
        line["customProperties"] = new JsonObject { ["logPersistenceConfig"] = config };
        return line;
    }
}
