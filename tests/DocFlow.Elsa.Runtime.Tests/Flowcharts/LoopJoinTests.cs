using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Tests.Running;

namespace DocFlow.Elsa.Runtime.Tests.Flowcharts;

/// <summary>
/// By counting visits, what arrows from inside and from outside a loop lead into is skipped when the loop turns back, and not reached again:
/// the arrow from outside isn't visited a second time. Designers are told, and nobody else.
/// </summary>
public sealed class LoopJoinTests
{
    private const string Told = "循环";

    [Theory]
    // A choice passes the loop or enters it; the loop's exit leads to where the other way leads too.
    [InlineData("", "skip:False->w, skip:True->z, w->again, again:True->w, again:False->z", "w w", true)]
    [InlineData("WaitAll", "skip:False->w, skip:True->j, w->again, again:True->w, again:False->j, j->z", "w w", true)]
    [InlineData("WaitAllActive", "skip:False->w, skip:True->j, w->again, again:True->w, again:False->j, j->z", "w w", true)]
    // A join for any goes on with the first that arrives, however often the others came.
    [InlineData("WaitAny", "skip:False->w, skip:True->j, w->again, again:True->w, again:False->j, j->z", "w w z", false)]
    // Both ways are within the loop, or one arrow alone leads on.
    [InlineData("", "start->w, w->skip, skip:False->again, skip:True->z, again:True->w, again:False->z", "w w z", false)]
    [InlineData("", "start->w, w->again, again:True->w, again:False->z", "w w z", false)]
    // Ways meet before the loop.
    [InlineData("", "skip:True->a, skip:False->b, a->w, b->w, w->again, again:True->w, again:False->z", "b w w z", false)]
    public async Task What_a_loop_and_a_way_around_it_lead_to_is_told_where_it_is_never_reached(string mode, string connections, string lines, bool isTold)
    {
        var root = Chart(mode, connections);
        var bench = await Bench.Of(root.DeepClone().AsObject(), Build.Variable("turns", "Int32", "0")).StartAsync();

        Assert.Equal(lines, bench.Lines);
        Assert.Equal(isTold, Findings(root).Any(finding => finding.Message.Contains(Told, StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_a_warning_at_its_place_and_keeps_nothing_from_being_published()
    {
        var root = Chart("", "skip:False->w, skip:True->z, w->again, again:True->w, again:False->z");

        var finding = Assert.Single(Findings(root), finding => finding.Message.Contains(Told, StringComparison.Ordinal));

        Assert.Equal(("z", FindingSeverity.Warning), (finding.ActivityId, finding.Severity));
        Assert.Contains("“w”", finding.Message, StringComparison.Ordinal);
        Assert.Empty(DefinitionValidator.Obstacles(Read(root)));
    }

    // The loop turns back once: its second decision takes the way out.
    private static JsonObject Chart(string mode, string connections)
    {
        JsonObject[] all =
        [
            Build.Activity("Start", "start"), Build.Activity("FlowDecision", "skip", ("condition", Build.Script("false"))), Build.Line("a"), Build.Line("b"), Build.Line("w"),
            Build.Activity("FlowDecision", "again", ("condition", Build.Script("setTurns(getTurns() + 1); getTurns() < 2"))),
            Build.Activity("FlowJoin", "j", ("mode", Build.Literal(mode))), Build.Line("z"),
        ];
        string[] arrows = [.. connections.Split(", ")];
        var named = arrows.SelectMany(arrow => arrow.Split("->")).Select(end => end.Split(':')[0]).ToHashSet();
        return Build.Flowchart("f", [.. all.Where(activity => named.Contains((string)activity["id"]!))], arrows);
    }

    private static IReadOnlyList<DefinitionFinding> Findings(JsonObject root) => DefinitionValidator.Check(Read(root));

    private static WorkflowDefinition Read(JsonObject root) => new DefinitionReader(new ActivityRegistry()).Read(Build.Definition(root.DeepClone().AsObject(), Build.Variable("turns", "Int32", "0")).ToJsonString());
}
