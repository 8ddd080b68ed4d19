using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Tests.Oracle;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Children;

/// <summary>Workflows that start others, and what they learn of them.</summary>
public sealed class ChildWorkflowTests
{
    private static JsonObject Faulting => Family.Definition("child", Build.Sequence("cs", Build.Activity("Fault", "bad")));

    private static JsonObject Waiting => Family.Definition("child", Build.Sequence("cs", Build.Task("ct"), Build.Activity("SetOutput", "co", ("outputName", Build.Literal("Out")), ("outputValue", Build.Literal("o")))));

    [Fact]
    public async Task A_child_that_faults_resumes_its_parent_with_an_empty_result()
    {
        var family = await Family.StartAsync(Parent(Call("DispatchWorkflow", waits: true)), Faulting);

        Assert.Equal((WorkflowSubStatus.Finished, WorkflowSubStatus.Faulted), (family.Parent.State.SubStatus, family.Children.Single().State.SubStatus));
        Assert.Equal("after {}", Family.Lines(family.Parent));
    }

    [Fact]
    public async Task A_child_that_is_cancelled_leaves_its_parent_waiting()
    {
        var family = await Family.StartAsync(Parent(Call("DispatchWorkflow", waits: true)), Waiting);
        await family.CancelAsync(1);

        Assert.Null(ChildCompletions.Of(family.Children.Single().State));
        Assert.Equal((WorkflowSubStatus.Suspended, WorkflowSubStatus.Cancelled), (family.Parent.State.SubStatus, family.Children.Single().State.SubStatus));
    }

    [Fact]
    public async Task A_dispatched_child_that_waits_gives_its_output_when_it_is_over()
    {
        var family = await Family.StartAsync(Parent(Call("DispatchWorkflow", waits: true)), Waiting);
        var child = family.Children.Single().State;
        await family.CompleteTaskAsync("ct", 1);

        Assert.Equal((family.Parent.State.Id, family.Parent.State.Id), (child.ParentInstanceId, child.Properties["ParentInstanceId"]!.GetValue<string>()));
        Assert.True(child.Properties["WaitForCompletion"]!.GetValue<bool>());
        Assert.Equal("""after {"Out":"o"}""", Family.Lines(family.Parent));
    }

    [Fact]
    public async Task Without_waiting_the_parent_goes_on_at_once_and_is_told_nothing()
    {
        var family = await Family.StartAsync(Parent(Call("DispatchWorkflow", waits: false)), Waiting);
        await family.CompleteTaskAsync("ct", 1);

        Assert.Null(ChildCompletions.Of(family.Children.Single().State));
        Assert.Equal(WorkflowSubStatus.Finished, family.Parent.State.SubStatus);
    }

    [Fact]
    public async Task A_definition_that_is_not_published_faults_the_activity()
    {
        foreach (var type in new[] { "DispatchWorkflow", "ExecuteWorkflow" })
        {
            var family = await Family.StartAsync(Parent(Call(type, waits: true)));

            Assert.StartsWith("No published version of workflow definition with ID child found", Assert.Single(family.Parent.State.Incidents).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_executed_child_that_is_over_tells_how_it_stands_and_its_fault_stays_its_own()
    {
        var family = await Family.StartAsync(Parent(Call("ExecuteWorkflow", waits: true)), Faulting);
        var child = family.Children.Single().State;

        var result = family.Parent.State.Variables["R"]!;

        Assert.Equal(WorkflowSubStatus.Finished, family.Parent.State.SubStatus);
        Assert.Empty(family.Parent.State.Incidents);
        Assert.Equal((child.Id, child.DefinitionVersionId, 1, 5), (result["WorkflowInstanceId"]!.GetValue<string>(), result["WorkflowDefinitionVersionId"]!.GetValue<string>(), result["Status"]!.GetValue<int>(), result["SubStatus"]!.GetValue<int>()));
        Assert.Null(result["CorrelationId"]);
        Assert.Empty(result["Output"]!.AsObject());
    }

    [Fact]
    public async Task Of_an_executed_child_that_had_to_be_waited_for_nothing_is_told_as_in_the_real_server()
    {
        var family = await Family.StartAsync(Parent(Call("ExecuteWorkflow", waits: true)), Waiting);
        Assert.Equal("Elsa.ExecuteWorkflow", Assert.Single(family.Parent.State.Bookmarks).Name);
        await family.CompleteTaskAsync("ct", 1);

        var result = family.Parent.State.Variables["R"]!.AsObject();

        Assert.Equal((0, 0), (result["Status"]!.GetValue<int>(), result["SubStatus"]!.GetValue<int>()));
        Assert.All(new[] { "WorkflowInstanceId", "WorkflowDefinitionVersionId", "CorrelationId", "Output" }, name => Assert.Null(result[name]));
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_is_stopped_with_an_incident()
    {
        var family = await Family.StartAsync(Family.Definition("child", Build.Sequence("s", Call("ExecuteWorkflow", waits: false)), variables: Build.Variable("R")));

        Assert.Equal(16, family.Children.Count);
        Assert.Contains("执行流程嵌套超过16层", Assert.Single(family.Children[^1].State.Incidents).Message, StringComparison.Ordinal);
        Assert.Equal(WorkflowSubStatus.Finished, family.Parent.State.SubStatus);
    }

    [Fact]
    public async Task A_workflow_that_starts_itself_is_stopped_with_an_incident()
    {
        var family = await Family.StartAsync(Family.Definition("child", Build.Sequence("s", Call("DispatchWorkflow", waits: false))));

        Assert.Equal(1000, family.Children.Count);
        Assert.Contains("可能在不停地启动自己", Assert.Single(family.Children[^1].State.Incidents).Message, StringComparison.Ordinal);
        Assert.All(family.Children.SkipLast(1), child => Assert.Equal(WorkflowSubStatus.Finished, child.State.SubStatus));
    }

    [Fact]
    public async Task Children_have_the_same_ids_when_a_burst_runs_again()
    {
        var definitions = new[] { Parent(Call("DispatchWorkflow", waits: true)), Waiting };

        var first = await Family.StartAsync(definitions.Select(definition => definition.DeepClone().AsObject()).ToArray());
        var again = await Family.StartAsync(definitions);

        Assert.Equal(first.Children.Single().State.Id, again.Children.Single().State.Id);
    }

    [Fact]
    public async Task A_bulk_dispatch_starts_one_child_per_item_and_completes_with_the_last()
    {
        var bulk = Bulk("""["a","b"]""", ("childCompleted", Build.Line("one", "`over ${typeof getChildInstanceId()}`")), ("childFaulted", Build.Line("bad")));
        var child = Family.Definition("child", Build.Sequence("cs", Build.Line("cl", "`item ${getInput('Item')} ${getCorrelationId()}`"), Build.Task("ct")));
        var family = await Family.StartAsync(Family.Definition("parent", Build.Flowchart("flow", [bulk, Build.Line("completed"), Build.Line("done")], "call:Completed->completed", "call:Done->done")), child);

        Assert.Equal(["item a c-a", "item b c-b"], family.Children.Select(Family.Lines));
        await family.CompleteTaskAsync("ct", 1);
        Assert.Equal((WorkflowSubStatus.Suspended, "over string"), (family.Parent.State.SubStatus, Family.Lines(family.Parent)));
        await family.CompleteTaskAsync("ct", 2);
        Assert.Equal((WorkflowSubStatus.Finished, "over string over string completed done"), (family.Parent.State.SubStatus, Family.Lines(family.Parent)));
    }

    [Fact]
    public async Task A_bulk_dispatch_runs_another_activity_for_children_that_fault()
    {
        var family = await Family.StartAsync(
            Family.Definition("parent", Build.Sequence("s", Bulk("""["a","b"]""", ("childCompleted", Build.Line("good")), ("childFaulted", Build.Line("bad"))))), Faulting);

        Assert.Equal((WorkflowSubStatus.Finished, "bad bad"), (family.Parent.State.SubStatus, Family.Lines(family.Parent)));
    }

    [Fact]
    public async Task Items_with_names_become_inputs_under_these_names()
    {
        var child = Family.Definition("child", Build.Sequence("cs", Build.Line("cl", "`${getInput('Title')} ${getInput('Item')}`")));
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", Bulk("""[{"Title":"t1"},{"Title":"t2"}]"""))), child);

        Assert.Equal(["t1 null", "t2 null"], family.Children.Select(Family.Lines));
    }

    [Fact]
    public async Task A_bulk_dispatch_without_items_is_done_at_once()
    {
        var family = await Family.StartAsync(Family.Definition("parent", Build.Sequence("s", Bulk("[]"))), Waiting);

        Assert.Empty(family.Children);
        Assert.Equal(WorkflowSubStatus.Finished, family.Parent.State.SubStatus);
    }

    private static JsonObject Bulk(string items, params (string Name, JsonNode? Value)[] ports) => Build.Activity(
        "BulkDispatchWorkflows", "call", [("workflowDefinitionId", Build.Literal("child")), ("items", Build.Script(items)), ("correlationIdFunction", Build.Script("'c-' + getItem()")), .. ports]);

    private static JsonObject Call(string type, bool waits) => Build.Activity(
        type, "call", ("workflowDefinitionId", Build.Literal("child")), ("waitForCompletion", Build.Literal(waits)), ("result", Build.Output("R")));

    private static JsonObject Parent(JsonObject call) =>
        Family.Definition("parent", Build.Sequence("s", call, Build.Line("z", "`after ${JSON.stringify(getR())}`")), variables: Build.Variable("R"));
}
