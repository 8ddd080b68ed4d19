using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>
/// What arrows from inside and from outside a loop lead into. When the loop turns back, the way out of it is dead, and so is what comes
/// after it; at the next turn only the arrow from inside is visited anew, and what waits for all its arrows waits for good.
/// </summary>
internal static class LoopJoinCheck
{
    public static void Run(IActivity activity, FlowGraph graph, FindingList findings)
    {
        var inbound = graph.ForwardInbound(activity.Id);
        if (inbound.Count < 2 || MayGoOnWithAny(activity))
            return;
        var before = graph.AncestorsOf(activity.Id);
        foreach (var back in graph.ValidBackward.Where(back => before.Contains(back.Source)))
        {
            var again = inbound.Count(connection => IsFrom(back.Target, connection.Source, graph));
            if (again == 0 || again == inbound.Count)
                continue;
            findings.Warn(activity, $"进入“{FindingList.Shown(activity)}”的连线，有的来自返回“{back.Target}”的循环，有的来自循环之外：循环返回过一次后，就不会再走到这里，后面的步骤也不会执行。请在前面加汇合方式为“任一”的“汇合”，或让这些连线都从循环里来。");
            return;
        }
    }

    private static bool IsFrom(string start, string node, FlowGraph graph) => node == start || graph.AncestorsOf(node).Contains(start);

    // Without a mode a join is for any; a mode that a script chooses isn't known here.
    private static bool MayGoOnWithAny(IActivity activity) =>
        activity is FlowJoin join && (join.Mode is null || ActivityCheck.Literal(join.Mode) is not { } mode || !mode.StartsWith("WaitAll", StringComparison.OrdinalIgnoreCase));
}
