using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Api.Executions;

/// <summary>How often a node was executed and how it stands, for the marks on the diagram.</summary>
internal static class ExecutionStats
{
    /// <summary>Of the nodes, in their order; those that were never reached are left out.</summary>
    public static JsonArray Of(IReadOnlyList<ExecutionRecord> executions, IEnumerable<string> nodeIds)
    {
        var byNode = executions.ToLookup(record => record.NodeId);
        return new JsonArray([.. nodeIds.Distinct().Where(byNode.Contains).Select(node => Of([.. byNode[node]]))]);
    }

    private static JsonObject Of(IReadOnlyList<ExecutionRecord> executions)
    {
        var completed = executions.Count(record => record.CompletedAt is not null);
        return new JsonObject
        {
            ["activityId"] = executions[0].ActivityId,
            ["activityNodeId"] = executions[0].NodeId,
            ["startedCount"] = executions.Count,
            ["completedCount"] = completed,
            ["uncompletedCount"] = executions.Count - completed,
            ["isBlocked"] = executions.Any(record => record.HasBookmarks),
            ["isFaulted"] = executions.Any(record => record.Status == ActivityStatus.Faulted),
            ["aggregateFaultCount"] = executions.Sum(record => record.AggregateFaultCount),
            ["metadata"] = ExecutionWriter.Map(),
        };
    }
}
