using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Executions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>What an instance keeps, in Elsa's shape.</summary>
internal static class WorkflowStateWriter
{
    /// <summary>What a viewer without values reads where something failed: messages may carry values.</summary>
    public const string Withheld = "这一步没有办成，详情请管理员查看。";

    /// <param name="executions">All executions of the instance: they know what the kept ones took in.</param>
    /// <param name="withValues">Whether variables, inputs, outputs, payloads and stack traces are told.</param>
    public static JsonObject Write(InstanceState state, IReadOnlyList<ExecutionRecord> executions, bool withValues)
    {
        var records = executions.GroupBy(record => record.Id).ToDictionary(group => group.Key, group => group.Last());
        // Elsa lists the innermost first, but leaves the order alone when it cancels.
        var kept = state.SubStatus == WorkflowSubStatus.Cancelled ? state.Executions : state.Executions.Reverse();
        var json = new JsonObject
        {
            ["id"] = state.Id,
            ["definitionId"] = state.DefinitionId,
            ["definitionVersionId"] = state.DefinitionVersionId,
            ["definitionVersion"] = state.DefinitionVersion,
        };
        if (state.ParentInstanceId is not null)
            json["parentWorkflowInstanceId"] = state.ParentInstanceId;
        if (state.CorrelationId is { Length: > 0 })
            json["correlationId"] = state.CorrelationId;
        if (state.Name is not null)
            json["name"] = state.Name;
        json["status"] = state.Status.ToString();
        json["subStatus"] = state.SubStatus.ToString();
        json["isExecuting"] = state.SubStatus == WorkflowSubStatus.Executing;
        json["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(bookmark => Write(bookmark, withValues))]);
        json["incidents"] = new JsonArray([.. state.Incidents.Select(incident => Write(incident, withValues))]);
        json["isSystem"] = false;
        json["completionCallbacks"] = new JsonArray([.. Callbacks(state)]);
        json["activityExecutionContexts"] = new JsonArray([.. kept.Select(execution => Write(execution, state, records.GetValueOrDefault(execution.Id), withValues))]);
        json["scheduledActivities"] = new JsonArray();
        json["executionLogSequence"] = state.Sequence;
        json["input"] = withValues ? Bag(state.Inputs) : [];
        json["output"] = withValues ? Bag(state.Output) : [];
        json["properties"] = withValues ? Bag(state.Properties) : [];
        json["createdAt"] = Time(state.CreatedAt);
        json["updatedAt"] = Time(state.UpdatedAt);
        if (state.FinishedAt is { } finished)
            json["finishedAt"] = Time(finished);
        return json;
    }

    /// <summary>An exception with its causes.</summary>
    public static JsonObject Write(ExceptionState exception, bool withTrace)
    {
        var json = new JsonObject { ["type"] = exception.Type, ["message"] = withTrace ? exception.Message : Withheld };
        if (withTrace && exception.StackTrace is not null)
            json["stackTrace"] = exception.StackTrace;
        if (exception.InnerException is { } inner)
            json["innerException"] = Write(inner, withTrace);
        return json;
    }

    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), ElsaJson.Options),
    };

    private static JsonObject Write(Bookmark bookmark, bool withValues)
    {
        var json = new JsonObject { ["id"] = bookmark.Id, ["name"] = bookmark.Name, ["hash"] = bookmark.Hash };
        if (withValues && bookmark.Payload is { } payload)
            json["payload"] = Camel(payload);
        json["activityId"] = LastOf(bookmark.NodeId);
        json["activityNodeId"] = bookmark.NodeId;
        json["activityInstanceId"] = bookmark.ActivityInstanceId;
        json["createdAt"] = Time(bookmark.CreatedAt);
        json["autoBurn"] = bookmark.AutoBurn;
        if (bookmark.CallbackMethodName is not null)
            json["callbackMethodName"] = bookmark.CallbackMethodName;
        json["autoComplete"] = bookmark.AutoComplete;
        if (bookmark.Metadata is { Count: > 0 } metadata)
            json["metadata"] = JsonSerializer.SerializeToNode(metadata, ElsaJson.Options);
        return json;
    }

    private static JsonObject Write(Incident incident, bool withValues)
    {
        var json = new JsonObject { ["activityId"] = incident.ActivityId, ["activityNodeId"] = incident.NodeId, ["activityType"] = incident.ActivityType, ["message"] = withValues ? incident.Message : Withheld };
        if (incident.Exception is { } exception)
            json["exception"] = Write(exception, withTrace: withValues);
        json["timestamp"] = Time(incident.At);
        return json;
    }

    private static JsonObject Write(ExecutionState execution, InstanceState state, ExecutionRecord? record, bool withValues)
    {
        var json = new JsonObject { ["id"] = execution.Id, ["callStackDepth"] = record?.CallStackDepth ?? 0 };
        if (execution.ParentId is not null)
            json["parentContextId"] = execution.ParentId;
        json["scheduledActivityNodeId"] = execution.NodeId;
        if (execution.ParentId is not null && execution.NodeId.Contains(':', StringComparison.Ordinal))
            json["ownerActivityNodeId"] = execution.NodeId[..execution.NodeId.LastIndexOf(':')];
        json["properties"] = withValues ? ExecutionProperties(execution, state) : [];
        json["metadata"] = new JsonObject();
        json["activityState"] = withValues && record is not null ? Bag(record.State) : [];
        json["dynamicVariables"] = new JsonArray();
        json["status"] = execution.Status;
        json["isExecuting"] = false;
        json["faultCount"] = execution.AggregateFaultCount;
        if (execution.Tag is not null)
            json["tag"] = execution.Tag;
        json["startedAt"] = Time(execution.StartedAt);
        if (record?.CompletedAt is { } completed)
            json["completedAt"] = Time(completed);
        return json;
    }

    private static JsonObject ExecutionProperties(ExecutionState execution, InstanceState state)
    {
        var properties = ExecutionWriter.Properties(execution.Properties);
        var variables = execution.ParentId is null ? state.Variables : execution.Variables;
        if (variables.Any(variable => variable.Value is not null))
            properties["Variables"] = Bag(variables.Where(variable => variable.Value is not null));
        return properties;
    }

    private static IEnumerable<JsonObject> Callbacks(InstanceState state)
    {
        // A faulted instance keeps what it was waiting for.
        if (state.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
            return [];
        return state.Executions.Where(execution => execution.ParentId is not null).Select(execution =>
        {
            var callback = new JsonObject
            {
                ["ownerInstanceId"] = execution.ParentId,
                ["childNodeId"] = execution.NodeId,
                ["methodName"] = state.Executions.Any(owner => owner.Id == execution.ParentId && owner.ParentId is null) ? "OnRootCompletedAsync" : "OnChildCompletedAsync",
            };
            if (execution.Tag is not null)
                callback["tag"] = execution.Tag;
            return callback;
        });
    }

    public static JsonObject Bag<T>(IEnumerable<KeyValuePair<string, T>> values) => new(values.Select(value => KeyValuePair.Create(value.Key, Value(value.Value))));

    // Payloads are kept with the names of our types.
    private static JsonNode Camel(JsonNode payload) => payload is JsonObject json
        ? new JsonObject(json.Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Key), property.Value?.DeepClone())))
        : payload.DeepClone();

    private static JsonNode Time(DateTimeOffset time) => JsonSerializer.SerializeToNode(time)!;

    private static string LastOf(string nodeId) => nodeId[(nodeId.LastIndexOf(':') + 1)..];
}
