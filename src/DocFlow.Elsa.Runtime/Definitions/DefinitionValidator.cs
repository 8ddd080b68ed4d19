using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>What would go wrong when a definition runs: each with its place in the JSON and the reason in Chinese.</summary>
public static class DefinitionValidator
{
    private const string Return = "退回";
    private const string Numbering = "DocFlow.AssignNumber";

    public static IReadOnlyList<string> Validate(WorkflowDefinition definition)
    {
        var problems = new List<string>(definition.Warnings);
        foreach (var flowchart in definition.Nodes.Values.OfType<Flowchart>().Where(flowchart => flowchart.Graph is not null))
            Validate(flowchart, definition.Paths, problems);
        return problems;
    }

    private static void Validate(Flowchart flowchart, IReadOnlyDictionary<string, string> paths, List<string> problems)
    {
        var graph = flowchart.Graph!;
        var numbering = flowchart.Activities.Where(activity => activity.Type == Numbering).Select(activity => activity.Id).ToHashSet();
        foreach (var activity in flowchart.Activities)
        {
            if (!graph.Reachable.Contains(activity.Id))
                problems.Add($"{paths[activity.NodeId]}：从起点无法到达“{activity.Name ?? activity.Id}”。");
            if (!Declares(activity, Return))
                continue;
            var connected = graph.Outbound(activity.Id).FirstOrDefault(connection => connection.Port == Return);
            // A returned text is signed anew, but its number is in the register for good.
            if (graph.IsAlwaysAfter(activity.Id, numbering))
                problems.Add($"{connected?.Path ?? paths[activity.NodeId]}：“{activity.Name ?? activity.Id}”在编号登记之后，已编号的公文不能退回，请把这一环节移到编号登记之前。");
            else if (connected is null)
                problems.Add($"{paths[activity.NodeId]}：“{activity.Name ?? activity.Id}”的“退回”出口没有连线。");
        }

        var byId = flowchart.Activities.ToDictionary(activity => activity.Id);
        foreach (var connection in flowchart.Connections)
        {
            if (graph.IsBackward(connection) && !graph.IsValidBackward(connection))
                problems.Add($"{connection.Path}：连线“{connection.Key}”不能返回，有不经过“{connection.Target}”的路径。");
            if (connection.Port is { } port && byId[connection.Source] is not FlowSwitch && ActivityRegistry.OutcomesOf(byId[connection.Source].GetType()) is { } outcomes && !outcomes.Contains(port))
                problems.Add($"{connection.Path}：“{connection.Source}”没有出口“{port}”，可用：{string.Join('、', outcomes)}。");
        }
    }

    private static bool Declares(IActivity activity, string outcome) => ActivityRegistry.OutcomesOf(activity.GetType())?.Contains(outcome) == true;
}
