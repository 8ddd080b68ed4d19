using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office;
using DocFlow.Office.Outlooks;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs burst after burst in memory, each from the state that the one before left. Nothing is stored, and the activities get no service that acts.</summary>
internal sealed class WorkflowSimulation(DocFlowDbContext database, DefinitionCache cache, WorkflowRunner runner, WorkItemBookmark bookmark, TimeProvider time) : IProcedureSimulation
{
    // A procedure whose past answers lead in a circle would never stop.
    private const int MostDecisions = 100;

    public async Task<RehearsalEnd> PlayAsync(
        string definitionId, int version, string documentId, IServiceProvider services, Func<(string WorkItemId, string Outcome)?> next, CancellationToken cancellationToken)
    {
        var key = await database.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId && row.Number == version)
            .Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).SingleOrDefaultAsync(cancellationToken);
        if (key is null)
            return RehearsalEnd.Unknown;
        var definition = await cache.GetAsync(database, key, cancellationToken);
        var input = new Dictionary<string, object?> { ["DocumentId"] = documentId };
        BurstResult? result = await runner.StartAsync(definition, OfficeId.New(time.GetUtcNow()), documentId, input, services, cancellationToken);
        for (var decisions = 0; decisions < MostDecisions; decisions++)
        {
            if (result is null or { State.Incidents.Count: > 0 } or { State.SubStatus: WorkflowSubStatus.Faulted })
                return RehearsalEnd.Unknown;
            if (result.State.Status == WorkflowStatus.Finished)
                return RehearsalEnd.Over;
            if (next() is not var (item, outcome))
                return RehearsalEnd.Waits;
            var answer = new Dictionary<string, object?> { [bookmark.OutcomeInput] = outcome };
            result = await runner.ResumeAsync(definition, result.State, bookmark.HashOf(item), answer, services, cancellationToken);
        }

        return RehearsalEnd.Waits;
    }
}
