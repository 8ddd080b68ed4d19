using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>Instances in Elsa's shape.</summary>
internal static class InstanceWriter
{
    public static JsonObject WriteSummary(InstanceSummary summary)
    {
        var json = Head(summary);
        json["status"] = summary.Status.ToString();
        json["subStatus"] = summary.SubStatus.ToString();
        Names(json, summary);
        json["incidentCount"] = summary.IncidentCount;
        Times(json, summary);
        return json;
    }

    public static JsonObject Write(WorkflowInstance instance, IReadOnlyList<ExecutionRecord> executions, bool withValues)
    {
        var summary = instance.Summary;
        var json = Head(summary);
        if (summary.ParentInstanceId is not null)
            json["parentWorkflowInstanceId"] = summary.ParentInstanceId;
        json["workflowState"] = WorkflowStateWriter.Write(instance.State, executions, withValues);
        json["status"] = summary.Status.ToString();
        json["subStatus"] = summary.SubStatus.ToString();
        json["isExecuting"] = summary.SubStatus == WorkflowSubStatus.Executing;
        Names(json, summary);
        json["incidentCount"] = summary.IncidentCount;
        json["isSystem"] = summary.IsSystem;
        Times(json, summary);
        return json;
    }

    private static JsonObject Head(InstanceSummary summary) => new()
    {
        ["id"] = summary.Id,
        ["definitionId"] = summary.DefinitionId,
        ["definitionVersionId"] = summary.DefinitionVersionId,
        ["version"] = summary.Version,
    };

    private static void Names(JsonObject json, InstanceSummary summary)
    {
        if (summary.CorrelationId is { Length: > 0 })
            json["correlationId"] = summary.CorrelationId;
        if (summary.Name is not null)
            json["name"] = summary.Name;
    }

    private static void Times(JsonObject json, InstanceSummary summary)
    {
        json["createdAt"] = JsonSerializer.SerializeToNode(summary.CreatedAt);
        json["updatedAt"] = JsonSerializer.SerializeToNode(summary.UpdatedAt);
        if (summary.FinishedAt is { } finished)
            json["finishedAt"] = JsonSerializer.SerializeToNode(finished);
    }
}
