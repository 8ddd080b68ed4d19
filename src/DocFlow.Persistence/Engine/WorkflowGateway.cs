using System.Text.Json;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Outbox;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// Runs bursts for the office: the engine's state and what the activities wrote are saved by one SaveChanges. A burst that faults
/// is not kept at all; its message stays in the outbox with the reason, and runs again.
/// </summary>
public sealed class WorkflowGateway(
    DocFlowDbContext database, DefinitionCatalog catalog, DefinitionCache cache, WorkflowRunner runner, IServiceProvider services, WorkItemBookmark bookmark) : IWorkflowGateway
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == instanceId, cancellationToken))
            return;
        var row = await catalog.LatestAsync(definitionId, cancellationToken)
            ?? throw new InvalidOperationException($"没有已发布的流程“{definitionId}”。");
        var input = new Dictionary<string, object?> { ["DocumentId"] = documentId };
        var result = await runner.StartAsync(cache.Get(row), instanceId, documentId, input, services, cancellationToken);
        RefuseFault(result);
        database.Add(new InstanceRow
        {
            Id = instanceId,
            DefinitionRowId = row.Id,
            CorrelationId = documentId,
            SubStatus = result.State.SubStatus.ToString(),
            StateJson = JsonSerializer.Serialize(result.State, Json),
        });
        await SaveAsync(instanceId, result, cancellationToken);
    }

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().SingleOrDefaultAsync(row => row.Id == instanceId, cancellationToken) is not { } instance)
            throw new InvalidOperationException($"没有流程“{instanceId}”。");
        var definition = await database.Set<DefinitionRow>().AsNoTracking().SingleAsync(row => row.Id == instance.DefinitionRowId, cancellationToken);
        var state = JsonSerializer.Deserialize<InstanceState>(instance.StateJson, Json)!;
        var input = new Dictionary<string, object?> { [bookmark.OutcomeInput] = outcome };
        if (await runner.ResumeAsync(cache.Get(definition), state, bookmark.HashOf(workItemId), input, services, cancellationToken) is not { } result)
            return;
        RefuseFault(result);
        instance.SubStatus = result.State.SubStatus.ToString();
        instance.StateJson = JsonSerializer.Serialize(result.State, Json);
        await SaveAsync(instanceId, result, cancellationToken);
    }

    private static void RefuseFault(BurstResult result)
    {
        if (result.State.SubStatus == WorkflowSubStatus.Faulted)
            throw new InvalidOperationException(string.Join(" ", result.State.Incidents.Select(incident => $"{incident.ActivityId}：{incident.Message}")));
    }

    private async Task SaveAsync(string instanceId, BurstResult result, CancellationToken cancellationToken)
    {
        foreach (var entry in result.Journal)
        {
            database.Add(new JournalRow
            {
                InstanceId = instanceId,
                Sequence = entry.Sequence,
                At = entry.At,
                Event = entry.Event,
                NodeId = entry.NodeId,
                ActivityType = entry.ActivityType,
                DataJson = entry.Data is null ? null : JsonSerializer.Serialize(entry.Data, Json),
            });
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>How a work item's bookmark is found; the host knows the activities that create it.</summary>
/// <param name="HashOf">From the work item's id to the bookmark's hash.</param>
/// <param name="OutcomeInput">The input that carries the outcome.</param>
public sealed record WorkItemBookmark(Func<string, string> HashOf, string OutcomeInput);
