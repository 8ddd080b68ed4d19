using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Arrows: what can't be reached, what leads nowhere, what can't go back, forks and joins that don't fit.</summary>
internal static class FlowchartCheck
{
    private const string Numbering = "DocFlow.AssignNumber";
    private const string BuiltIn = "Elsa.";

    public static void Run(Flowchart flowchart, FindingList findings)
    {
        var graph = flowchart.Graph!;
        var numbering = flowchart.Activities.Where(activity => activity.Type == Numbering).Select(activity => activity.Id).ToHashSet();
        foreach (var activity in flowchart.Activities)
        {
            if (!graph.Reachable.Contains(activity.Id))
                findings.Error(activity, $"从起点无法到达“{FindingList.Shown(activity)}”。");
            CheckReturn(activity, graph, numbering, findings);
            CheckExits(activity, graph, findings);
            CheckForkAndJoin(activity, flowchart, graph, findings);
            LoopJoinCheck.Run(activity, graph, findings);
        }

        var byId = flowchart.Activities.ToDictionary(activity => activity.Id);
        foreach (var connection in flowchart.Connections)
            CheckConnection(connection, byId[connection.Source], graph, findings);
    }

    private static void CheckReturn(IActivity activity, FlowGraph graph, HashSet<string> numbering, FindingList findings)
    {
        if (!Outcomes.Declares(activity, Outcomes.Return))
            return;
        var connected = graph.Outbound(activity.Id).FirstOrDefault(connection => connection.Port == Outcomes.Return);
        // A returned text is signed anew, but its number is in the register for good.
        if (graph.IsAlwaysAfter(activity.Id, numbering))
            findings.Error(activity, $"“{FindingList.Shown(activity)}”在编号登记之后，已编号的公文不能退回，请把这一环节移到编号登记之前。", connected?.Path);
        else if (connected is null)
            findings.Error(activity, $"“{FindingList.Shown(activity)}”的“退回”出口没有连线。");
    }

    // The exits of Elsa's own activities may be left open; a decision that people made must lead somewhere, if only to an end.
    private static void CheckExits(IActivity activity, FlowGraph graph, FindingList findings)
    {
        if (activity.Type.StartsWith(BuiltIn, StringComparison.Ordinal) || Outcomes.Of(activity) is not { } outcomes || !graph.Reachable.Contains(activity.Id))
            return;
        foreach (var open in outcomes.Where(outcome => outcome is not (Outcomes.Return or Outcomes.Done) && !graph.Outbound(activity.Id).Any(connection => connection.Port == outcome)))
            findings.Error(activity, $"“{FindingList.Shown(activity)}”的“{open}”出口没有连线；如到此结束，请连到“结束”。");
    }

    private static void CheckForkAndJoin(IActivity activity, Flowchart flowchart, FlowGraph graph, FindingList findings)
    {
        if (activity is FlowFork && graph.Outbound(activity.Id).Count() > 1 && !flowchart.Activities.Any(join => join is FlowJoin && graph.AncestorsOf(join.Id).Contains(activity.Id)))
            findings.Warn(activity, $"“{FindingList.Shown(activity)}”分出的各支没有“汇合”，后面的步骤要等仍在进行的各支。");
        if (activity is FlowJoin && graph.Reachable.Contains(activity.Id) && graph.ForwardInbound(activity.Id).Count < 2)
            findings.Warn(activity, $"只有一条连线进入“{FindingList.Shown(activity)}”，没有可汇合的分支。");
        else if (WaitsForAll(activity) && graph.Reachable.Contains(activity.Id) && !graph.AncestorsOf(activity.Id).Any(id => MaySplit(flowchart.Activities.First(other => other.Id == id), graph)))
            findings.Error(activity, $"“{FindingList.Shown(activity)}”要等全部分支，但前面没有同时走几条路的步骤，不会有几条分支都走到，后面的步骤会全部跳过。请把汇合方式改为“任一”，或在前面加“分支”。");
    }

    private static bool WaitsForAll(IActivity activity) =>
        activity is FlowJoin { Mode: { } mode } && string.Equals(ActivityCheck.Literal(mode), "WaitAll", StringComparison.OrdinalIgnoreCase);

    // Several arrows from one exit, or exits of which several may be taken at once. A decision, and what people decide, take one.
    private static bool MaySplit(IActivity activity, FlowGraph graph) =>
        graph.Outbound(activity.Id).GroupBy(connection => connection.Port).Any(exit => exit.Count() > 1)
        || (graph.Outbound(activity.Id).Skip(1).Any() && activity switch
        {
            FlowDecision => false,
            FlowSwitch { Mode: var mode } => mode is not null && ActivityCheck.Literal(mode) is not ("" or nameof(SwitchMode.MatchFirst)),
            _ => activity.Type.StartsWith(BuiltIn, StringComparison.Ordinal),
        });

    private static void CheckConnection(Connection connection, IActivity source, FlowGraph graph, FindingList findings)
    {
        if (graph.IsBackward(connection) && !graph.IsValidBackward(connection))
            findings.Error(source, $"连线“{connection.Key}”不能返回，有不经过“{connection.Target}”的路径。", connection.Path);
        if (connection.Port is { } port && Outcomes.Of(source) is { } outcomes && !outcomes.Contains(port))
            findings.Error(source, $"“{connection.Source}”没有出口“{port}”，可用：{string.Join('、', outcomes)}。", connection.Path);
    }
}
