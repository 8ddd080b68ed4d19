using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Tests.Oracle;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Children;

/// <summary>Workflows that are used as activities.</summary>
public sealed class UsedWorkflowTests
{
    [Fact]
    public async Task Outcomes_chosen_inside_are_the_activitys_own()
    {
        var used = Used(Build.Sequence("inner", Build.Activity("Complete", "c", ("outcomes", Build.Script("['No']")))));
        var family = await Family.StartAsync(Family.Definition("parent", Build.Flowchart("flow", [Call(), Build.Line("yes"), Build.Line("no"), Build.Line("done")], "call:Yes->yes", "call:No->no", "call:Done->done")), used);

        Assert.Equal((WorkflowSubStatus.Finished, "no"), (family.Parent.State.SubStatus, Family.Lines(family.Parent)));
    }

    [Fact]
    public async Task Inputs_are_gone_after_a_suspension_and_variables_are_kept()
    {
        var used = Used(Build.Sequence("inner", Build.Set("set", "V", Build.Script("getInput('P')")), Build.Task("t"), Build.Line("l", "`${getInput('P')} ${getV()}`")), ["P"], [], Build.Variable("V"));
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", Call(("p", Build.Literal("pv"))))), used);
        await family.CompleteTaskAsync("t");

        Assert.Equal("null pv", Family.Lines(family.Parent));
    }

    [Fact]
    public async Task An_input_is_evaluated_outside_its_variables_and_what_is_around_is_seen_inside()
    {
        var used = Used(Build.Sequence("inner", Build.Line("l", "`${getInput('P')} ${getP()} ${getOuter()}`")), ["P"]);
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", Call(("p", Build.Script("getP()")))), variables: [Build.Variable("P", value: "outer P"), Build.Variable("Outer", value: "o")]), used);

        Assert.Equal("outer P outer P o", Family.Lines(family.Parent));
    }

    [Fact]
    public async Task Outputs_are_bound_outside_whether_set_or_bound_inside()
    {
        var task = Build.Task("t");
        task["result"] = Build.Output("Bound");
        var used = Used(Build.Sequence("inner", Build.Activity("SetOutput", "o", ("outputName", Build.Literal("Out")), ("outputValue", Build.Literal("set"))), task), [], ["Out", "Bound"]);
        var call = Call(("out", Build.Output("Out")), ("bound", Build.Output("B")));
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", call, Build.Line("l", "`${getB()} ${getOutputFrom('call', 'Bound')}`")), outputs: ["Out"], variables: Build.Variable("B")), used);
        await family.CompleteTaskAsync("t");

        Assert.Equal("done done", Family.Lines(family.Parent));
        Assert.Equal("set", family.Parent.State.Output["Out"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_workflow_within_a_workflow_within_a_workflow_numbers_itself_outward()
    {
        var inner = Used(Build.Sequence("i", Build.Line("l")));
        var middle = Family.Definition("Middle", Build.Sequence("m", Call()), usable: true);
        var call = Build.Activity("", "outer");
        call["type"] = "Middle";
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", call)), middle, inner);

        Assert.Equal(["Workflow3", "s", "outer", "Workflow2", "m", "call", "Workflow1", "i", "l"], family.Parent.Journal.Where(entry => entry.Event == "Started").Select(entry => entry.ActivityId));
        Assert.Equal("Workflow3:s:outer:Workflow2:m:call:Workflow1:i:l", family.Parent.Journal.Last(entry => entry.ActivityId == "l").NodeId);
    }

    [Fact]
    public void A_workflow_that_uses_itself_is_refused_with_its_place()
    {
        var published = Published(Family.Definition("A", Build.Sequence("s", Using("B")), usable: true), Family.Definition("B", Build.Sequence("s", Using("A")), usable: true));

        var refused = Assert.Throws<DefinitionRefusedException>(() => published.Read(published.Latest("A").Json));

        Assert.Equal("$.root.activities[0]：流程“A”循环引用了自己：A → B → A。", refused.Message);
    }

    [Fact]
    public void Uses_within_uses_have_an_end()
    {
        var chain = Enumerable.Range(0, 20).Select(number => Family.Definition($"W{number}", Build.Sequence("s", Using($"W{number + 1}")), usable: true)).ToArray();
        var published = Published(chain);

        Assert.Contains("引用流程超过16层", Assert.Throws<DefinitionRefusedException>(() => published.Read(published.Latest("W0").Json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Uses_that_multiply_are_refused()
    {
        var levels = Enumerable.Range(0, 10).Select(number => Family.Definition($"W{number}", Build.Sequence("s", Using($"W{number + 1}"), Using($"W{number + 1}", "second")), usable: true))
            .Append(Family.Definition("W10", Build.Sequence("s"), usable: true)).ToArray();
        var published = Published(levels);

        Assert.Contains("引用流程超过500处", Assert.Throws<DefinitionRefusedException>(() => published.Read(published.Latest("W0").Json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_nobody_publishes_is_an_unknown_activity()
    {
        var published = Published(Family.Definition("A", Build.Sequence("s", Using("Nobody"))));

        Assert.Contains(published.Read(published.Latest("A").Json).Nodes.Values, node => node.Type == "Elsa.NotFoundActivity");
    }

    private static PublishedWorkflows Published(params JsonObject[] definitions)
    {
        var published = new PublishedWorkflows();
        foreach (var definition in definitions)
            published.Publish(System.Text.Json.JsonSerializer.SerializeToElement(definition));
        return published;
    }

    private static JsonObject Using(string type, string id = "use") => new() { ["type"] = type, ["id"] = id };

    private static JsonObject Call(params (string Name, JsonNode? Value)[] properties)
    {
        var call = Build.Activity("", "call", properties);
        call["type"] = "Used";
        return call;
    }

    private static JsonObject Used(JsonObject root, string[]? inputs = null, string[]? outputs = null, params JsonObject[] variables) =>
        Family.Definition("Used", root, usable: true, inputs, outputs, variables);
}
