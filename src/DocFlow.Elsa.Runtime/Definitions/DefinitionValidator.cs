using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>What would go wrong when a definition runs: each with its place in the JSON and the reason in Chinese.</summary>
public static class DefinitionValidator
{
    private const string Return = "退回";

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
        foreach (var activity in flowchart.Activities)
        {
            if (!graph.Reachable.Contains(activity.Id))
                problems.Add($"{paths[activity.NodeId]}：从起点无法到达“{activity.Name ?? activity.Id}”。");
            if (Declares(activity, Return) && !graph.Outbound(activity.Id).Any(connection => connection.Port == Return))
                problems.Add($"{paths[activity.NodeId]}：“{activity.Name ?? activity.Id}”的“退回”出口没有连线。");
        }

        var byId = flowchart.Activities.ToDictionary(activity => activity.Id);
        foreach (var connection in flowchart.Connections)
        {
            if (graph.IsBackward(connection) && !graph.IsValidBackward(connection))
                problems.Add($"{connection.Path}：连线“{connection.Key}”不能返回，有不经过“{connection.Target}”的路径。");
            if (connection.Port is { } port && ActivityRegistry.OutcomesOf(byId[connection.Source].GetType()) is { } outcomes && !outcomes.Contains(port))
                problems.Add($"{connection.Path}：“{connection.Source}”没有出口“{port}”，可用：{string.Join('、', outcomes)}。");
        }
    }

    private static bool Declares(IActivity activity, string outcome) => ActivityRegistry.OutcomesOf(activity.GetType())?.Contains(outcome) == true;
}
