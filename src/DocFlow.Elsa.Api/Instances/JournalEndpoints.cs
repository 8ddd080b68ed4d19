using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>The journal of an instance.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/workflow-instances/{id}/journal", [HttpMethods.Get, HttpMethods.Post], ReadAsync).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
        api.MapGet("/workflow-instances/{id}/journal/{activityId}", LastAsync).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
    }

    /// <summary>A line's id, the same whenever it is told.</summary>
    public static string IdOf(string instanceId, JournalEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}:{entry.Sequence}")).AsSpan(0, 8));

    private static async Task<IResult> ReadAsync(string id, HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        user.MayLookAt(id);
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var (skip, take) = InstanceRequests.Page(body, request.Query);
        var filter = body.Find("filter") ?? body;
        var query = new JournalQuery
        {
            ActivityIds = InstanceRequests.Texts(filter, "activityIds"),
            NodeIds = InstanceRequests.Texts(filter, "activityNodeIds"),
            ExcludedActivityTypes = InstanceRequests.Texts(filter, "excludedActivityTypes"),
            EventNames = InstanceRequests.Texts(filter, "eventNames"),
            Skip = skip,
            Take = take,
        };
        var page = await instances.JournalAsync(id, query, cancellationToken);
        var records = await RecordsAsync(id, instances, cancellationToken);
        return ElsaJson.Answer(new JsonObject
        {
            ["items"] = new JsonArray([.. page.Items.Select(entry => Write(id, entry, records.GetValueOrDefault(entry.ActivityInstanceId), withValues: !user.SeesNoValues()))]),
            ["totalCount"] = page.TotalCount,
        });
    }

    private static async Task<IResult> LastAsync(string id, string activityId, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        user.MayLookAt(id);
        if (await instances.FindAsync(id, cancellationToken) is not { Summary: var summary }
            || (await instances.JournalAsync(id, new JournalQuery { ActivityIds = [activityId] }, cancellationToken)).Items.LastOrDefault() is not { } entry)
            return Results.NotFound();
        var records = await RecordsAsync(id, instances, cancellationToken);
        return ElsaJson.Answer(WriteStored(summary, entry, records.GetValueOrDefault(entry.ActivityInstanceId), withValues: !user.SeesNoValues()));
    }

    /// <summary>A line in the form in which the real server stores it.</summary>
    public static JsonObject WriteStored(InstanceSummary instance, JournalEntry entry, ExecutionRecord? record, bool withValues)
    {
        var json = Write(instance.Id, entry, record, withValues);
        json["activityNodeId"] = entry.NodeId;
        json.Remove("nodeId");
        json["workflowDefinitionId"] = instance.DefinitionId;
        json["workflowDefinitionVersionId"] = instance.DefinitionVersionId;
        json["workflowInstanceId"] = instance.Id;
        json["workflowVersion"] = instance.Version;
        return json;
    }

    private static async Task<Dictionary<string, ExecutionRecord>> RecordsAsync(string id, IWorkflowInstances instances, CancellationToken cancellationToken) =>
        (await instances.ExecutionsAsync(id, cancellationToken)).GroupBy(record => record.Id).ToDictionary(group => group.Key, group => group.Last());

    private static JsonObject Write(string instanceId, JournalEntry entry, ExecutionRecord? record, bool withValues)
    {
        var json = new JsonObject { ["id"] = IdOf(instanceId, entry), ["activityInstanceId"] = entry.ActivityInstanceId };
        if (entry.ParentActivityInstanceId is not null)
            json["parentActivityInstanceId"] = entry.ParentActivityInstanceId;
        json["activityId"] = entry.ActivityId;
        json["activityType"] = entry.ActivityType;
        json["activityTypeVersion"] = record?.ActivityTypeVersion ?? 1;
        if (record?.ActivityName is { } name)
            json["activityName"] = name;
        json["nodeId"] = entry.NodeId;
        json["timestamp"] = JsonSerializer.SerializeToNode(entry.At);
        json["sequence"] = entry.Sequence;
        json["eventName"] = entry.Event;
        if (entry.Message is not null && (withValues || entry.Event == "Faulted"))
            json["message"] = withValues ? entry.Message : WorkflowStateWriter.Withheld;
        if (withValues && Payload(entry, record) is { Count: > 0 } payload)
            json["payload"] = payload;
        return json;
    }

    // Evaluated inputs stand in the execution, and aren't told twice.
    private static JsonObject Payload(JournalEntry entry, ExecutionRecord? record)
    {
        var payload = new JsonObject();
        foreach (var (name, value) in entry.Data ?? new Dictionary<string, object?>())
        {
            var isInput = record is not null && record.State.TryGetValue(name, out var input) && JsonNode.DeepEquals(WorkflowStateWriter.Value(input), WorkflowStateWriter.Value(value));
            if (!isInput && name != "Outcomes")
                payload[entry.Event == "Faulted" ? JsonNamingPolicy.CamelCase.ConvertName(name) : name] = WorkflowStateWriter.Value(value);
        }

        return payload;
    }
}
