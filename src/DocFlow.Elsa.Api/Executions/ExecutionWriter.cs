using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Api.Executions;

/// <summary>Executions of activities in Elsa's shape.</summary>
internal static class ExecutionWriter
{
    private const string Scope = "FlowScope";

    /// <summary>With all that it took in and gave out.</summary>
    /// <param name="shape">The activity's type: it names the outputs that weren't set.</param>
    public static JsonObject Write(ExecutionRecord record, string instanceId, ActivityDescriptor? shape, bool withValues)
    {
        var json = Head(record, instanceId);
        if (withValues && record.State.Count > 0)
            json["activityState"] = WorkflowStateWriter.Bag(record.State);
        if (withValues && Outputs(record, shape) is { Count: > 0 } outputs)
            json["outputs"] = outputs;
        if (withValues && record.Payload.Count > 0)
        {
            var payload = WorkflowStateWriter.Bag(record.Payload);
            payload["_type"] = "ObjectMap";
            json["payload"] = payload;
        }

        var properties = withValues ? Properties(record.Properties) : [];
        properties["_type"] = "ObjectMap";
        json["properties"] = properties;
        json["metadata"] = Map();
        if (record.Exception is { } exception)
            json["exception"] = WorkflowStateWriter.Write(exception, withTrace: withValues);
        Tail(json, record);
        if (record.SchedulingExecutionId is not null)
            json["schedulingActivityExecutionId"] = record.SchedulingExecutionId;
        if (record.SchedulingActivityId is not null)
            json["schedulingActivityId"] = record.SchedulingActivityId;
        json["callStackDepth"] = record.CallStackDepth;
        json["id"] = record.Id;
        json["tenantId"] = "";
        return json;
    }

    /// <summary>For lists, without values.</summary>
    public static JsonObject WriteSummary(ExecutionRecord record, string instanceId)
    {
        var json = Head(record, instanceId);
        json["metadata"] = Map();
        Tail(json, record);
        json["id"] = record.Id;
        return json;
    }

    /// <summary>What an execution remembers; a flowchart's count of visits in Elsa's form.</summary>
    public static JsonObject Properties(IReadOnlyDictionary<string, JsonNode?> properties) => new(properties.Select(property =>
        property.Value is JsonObject scope && scope.ContainsKey("ActivityVisits")
            ? KeyValuePair.Create(Scope, (JsonNode?)FlowScope(scope))
            : KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

    public static JsonObject Map() => new() { ["_type"] = "ObjectMap" };

    private static JsonObject FlowScope(JsonObject scope)
    {
        var visits = scope["ConnectionVisits"]?.AsObject() ?? [];
        var followed = (scope["FollowedConnections"]?.AsArray() ?? []).Select(connection => (string?)connection).ToHashSet();
        return new JsonObject
        {
            ["activitiesVisitCount"] = scope["ActivityVisits"]?.DeepClone() ?? new JsonObject(),
            ["connectionVisitCount"] = new JsonObject(visits.Select(visit => KeyValuePair.Create(Target(visit.Key), visit.Value?.DeepClone()))),
            ["connectionLastVisitFollowed"] = new JsonObject(visits.Select(visit => KeyValuePair.Create(Target(visit.Key), (JsonNode?)followed.Contains(visit.Key)))),
        };
    }

    // Arrows have one way in.
    private static string Target(string connection) => connection.EndsWith(":In", StringComparison.Ordinal) ? connection : $"{connection}:In";

    private static JsonObject Head(ExecutionRecord record, string instanceId)
    {
        var json = new JsonObject
        {
            ["workflowInstanceId"] = instanceId,
            ["activityId"] = record.ActivityId,
            ["activityNodeId"] = record.NodeId,
            ["activityType"] = record.ActivityType,
            ["activityTypeVersion"] = record.ActivityTypeVersion,
        };
        if (record.ActivityName is not null)
            json["activityName"] = record.ActivityName;
        return json;
    }

    private static void Tail(JsonObject json, ExecutionRecord record)
    {
        json["startedAt"] = JsonSerializer.SerializeToNode(record.StartedAt);
        json["hasBookmarks"] = record.HasBookmarks;
        json["status"] = record.Status.ToString();
        json["aggregateFaultCount"] = record.AggregateFaultCount;
        if (record.CompletedAt is { } completed)
            json["completedAt"] = JsonSerializer.SerializeToNode(completed);
    }

    private static JsonObject Outputs(ExecutionRecord record, ActivityDescriptor? shape)
    {
        var outputs = WorkflowStateWriter.Bag(record.Outputs);
        foreach (var output in shape?.Outputs ?? [])
        {
            if (!outputs.ContainsKey(output.Name))
                outputs[output.Name] = null;
        }

        return outputs;
    }
}
