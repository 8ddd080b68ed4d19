using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Events;

/// <summary>What the outside tells waiting workflows.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tasks/{taskId}/complete", CompleteAsync).Needs(ElsaPermissions.CompleteTasks);
        api.MapPost("/events/{name}/trigger", TriggerAsync).Needs(ElsaPermissions.TriggerEvents);
        api.MapGet("/bookmark-queue/dead-letters", () => ElsaJson.Answer(new { Items = Array.Empty<string>(), TotalCount = 0 })).Needs(ElsaPermissions.ReadInstances);
    }

    private static async Task<IResult> CompleteAsync(string taskId, HttpRequest request, IWorkflowRuns runs, CancellationToken cancellationToken)
    {
        await runs.CompleteTaskAsync(taskId, (await ElsaBody.ReadAsync(request, cancellationToken)).Find("result")?.Plain(), cancellationToken);
        return Results.Ok();
    }

    private static async Task<IResult> TriggerAsync(string name, HttpRequest request, IWorkflowRuns runs, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var mode = body.Text("workflowExecutionMode") ?? "Asynchronous";
        if (!mode.Equals("Asynchronous", StringComparison.OrdinalIgnoreCase) && !mode.Equals("Synchronous", StringComparison.OrdinalIgnoreCase))
            throw new ElsaRefusedException($"执行方式“{mode}”不认识。");
        await runs.TriggerAsync(
            new EventRequest(name)
            {
                CorrelationId = body.Text("correlationId"),
                InstanceId = body.Text("workflowInstanceId"),
                ActivityInstanceId = body.Text("activityInstanceId"),
                Payload = body.Find("input")?.Plain(),
                Wait = mode.Equals("Synchronous", StringComparison.OrdinalIgnoreCase),
            },
            cancellationToken);
        return Results.Ok();
    }
}
