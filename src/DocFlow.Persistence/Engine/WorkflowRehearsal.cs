using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Outlooks;
using Elsa.Workflows;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs a burst on the stored state and lets its result go. Nothing is loaded to be changed, and the activities get no service that acts.</summary>
internal sealed class WorkflowRehearsal(DocFlowDbContext database, DefinitionCache cache, WorkflowRunner runner, WorkflowBursts bursts, BurstQueries queries, WorkItemBookmark bookmark) : IProcedureRehearsal
{
    public async Task<RehearsalEnd> StartAsync(string definitionId, string instanceId, string documentId, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await bursts.FindAsync(definitionId, VersionChoice.Published, cancellationToken) is not { } key)
            return RehearsalEnd.Unknown;
        var definition = await cache.GetAsync(database, key, cancellationToken);
        var input = new Dictionary<string, object?> { ["DocumentId"] = documentId };
        return EndOf(await runner.StartAsync(definition, instanceId, documentId, input, services, cancellationToken));
    }

    public async Task<RehearsalEnd> ResumeAsync(string instanceId, string workItemId, string outcome, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await queries.Instance(database, instanceId, cancellationToken) is not { } found)
            return RehearsalEnd.Unknown;
        var definition = await cache.GetAsync(database, new DefinitionKey(found.VersionRowId, found.Hash, found.VersionId, found.Number), cancellationToken);
        var input = new Dictionary<string, object?> { [bookmark.OutcomeInput] = outcome };
        return EndOf(await runner.ResumeAsync(definition, InstanceMapping.StateOf(found.Row), bookmark.HashOf(workItemId), input, services, cancellationToken));
    }

    // Events and children would come to others only after the burst: what they do to this procedure isn't known.
    private static RehearsalEnd EndOf(BurstResult? result) => result switch
    {
        null or { State.Incidents.Count: > 0 } or { State.SubStatus: WorkflowSubStatus.Faulted } => RehearsalEnd.Unknown,
        { State.Status: WorkflowStatus.Finished } => RehearsalEnd.Over,
        _ => RehearsalEnd.Waits,
    };
}
