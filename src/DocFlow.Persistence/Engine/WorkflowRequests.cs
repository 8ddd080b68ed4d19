using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class WorkflowRequests(DocFlowDbContext database, EngineScopes scopes) : IWorkflowRequests
{
    public async Task<RequestTarget?> FindAsync(string method, string path, string? instanceId, string? correlationId, CancellationToken cancellationToken)
    {
        var starts = instanceId is null ? await StartsAsync(method, cancellationToken) : [];
        var waits = await WaitsAsync(method, instanceId, correlationId, cancellationToken);
        if (new HttpRouteMatcher(starts.Concat(waits).Select(target => target.Rules.Path)).Match(path) is not { } match)
            return null;
        var fitting = starts.Where(target => target.Rules.Path == match.Template).ToList();
        if (fitting.Count == 0)
            fitting = [.. waits.Where(target => target.Rules.Path == match.Template)];
        return fitting[0] with { Values = match.Values, IsAmbiguous = fitting.Count > 1 };
    }

    public Task<RequestAnswer> DeliverAsync(RequestTarget target, HttpRequestData request, string? correlationId, CancellationToken cancellationToken)
    {
        var newInstanceId = DefinitionEnvelope.NewId();
        return scopes.RunAsync<RequestBurst, RequestAnswer>(burst => burst.RunAsync(target, request, newInstanceId, correlationId, cancellationToken));
    }

    private async Task<List<RequestTarget>> StartsAsync(string method, CancellationToken cancellationToken)
    {
        var triggers = await database.Set<TriggerRow>().AsNoTracking().Where(row => row.Name == HttpEndpoint.TypeName && row.PayloadJson != null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. triggers.Select(row => new RequestTarget(JsonSerializer.Deserialize<HttpEndpointStimulus>(row.PayloadJson!)!, Nothing) { DefinitionId = row.DefinitionId, NodeId = row.NodeId })
            .Where(target => IsBy(target, method))];
    }

    // An instance of a definition that was taken out of use is no longer open to the outside.
    private async Task<List<RequestTarget>> WaitsAsync(string method, string? instanceId, string? correlationId, CancellationToken cancellationToken)
    {
        var published = database.Set<DefinitionRow>().Where(row => row.IsPublished).Select(row => row.DefinitionId);
        var instances = await database.Set<InstanceRow>().AsNoTracking()
            .Where(row => published.Contains(row.DefinitionId) && (instanceId == null || row.Id == instanceId) && (correlationId == null || row.CorrelationId == correlationId)
                && database.Set<BookmarkRow>().Any(bookmark => bookmark.InstanceId == row.Id && bookmark.Name == HttpEndpoint.TypeName))
            .ToListAsync(cancellationToken);
        return [.. instances.SelectMany(row => InstanceMapping.StateOf(row).Bookmarks.Where(bookmark => bookmark is { Name: HttpEndpoint.TypeName, Payload: not null })
            .Select(bookmark => new RequestTarget(bookmark.Payload.Deserialize<HttpEndpointStimulus>(Stored)!, Nothing) { InstanceId = row.Id, BookmarkId = bookmark.Id })
            .Where(target => IsBy(target, method)))];
    }

    private static Dictionary<string, object> Nothing { get; } = [];

    private static JsonSerializerOptions Stored { get; } = new(JsonSerializerDefaults.Web);

    private static bool IsBy(RequestTarget target, string method) => target.Rules.Method.Equals(method, StringComparison.OrdinalIgnoreCase);
}
