using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Executions;

/// <summary>Running faulted activities again.</summary>
internal static class RetryEndpoints
{
    public static void MapRetries(this IEndpointRouteBuilder api) => api.MapPost("/alterations/workflows/retry", RetryAsync).Needs(ElsaPermissions.RetryAlterations);

    private static async Task<IResult> RetryAsync(HttpRequest request, IWorkflowRuns runs, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var activityIds = BulkIds.Read(body, "activityIds");
        var results = new JsonArray();
        foreach (var id in BulkIds.Read(body, "workflowInstanceIds"))
            results.Add(Result(id, await runs.RetryAsync(id, activityIds, cancellationToken), time.GetUtcNow()));
        return ElsaJson.Answer(new JsonObject { ["results"] = results });
    }

    private static JsonObject Result(string id, bool hasWork, DateTimeOffset at) => new()
    {
        ["workflowInstanceId"] = id,
        ["log"] = new JsonObject
        {
            ["logEntries"] = new JsonArray(new JsonObject
            {
                ["message"] = hasWork ? "出错的活动已重新执行。" : "没有可以重新执行的活动。",
                ["logLevel"] = hasWork ? "Information" : "Error",
                ["timestamp"] = System.Text.Json.JsonSerializer.SerializeToNode(at),
                ["eventName"] = hasWork ? "Alteration ScheduleActivity succeeded" : "Alteration ScheduleActivity failed",
            }),
        },
        ["workflowHasScheduledWork"] = hasWork,
        ["isSuccessful"] = hasWork,
    };
}
