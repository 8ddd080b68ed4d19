using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class WorkflowRequests(DocFlowDbContext database, EngineScopes scopes, WaitingTemplates templates) : IWorkflowRequests
{
    private static readonly Dictionary<string, object> Nothing = [];

    public async Task<RequestTarget?> FindAsync(string method, string path, string? instanceId, string? correlationId, CancellationToken cancellationToken)
    {
        var starts = instanceId is null ? await StartsAsync(method, cancellationToken) : [];
        var waiting = await templates.OfAsync(database, method, path, cancellationToken);
        if (new HttpRouteMatcher(starts.Select(target => target.Rules.Path).Concat(waiting)).Match(path) is not { } match)
            return null;
        return starts.Find(target => target.Rules.Path == match.Template) is { } start
            ? start with { Values = match.Values }
            : await WaitAsync(match, method, instanceId, correlationId, cancellationToken);
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
            .Where(target => target.Rules.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];
    }

    // An instance of a definition that was taken out of use is no longer open to the outside.
    private async Task<RequestTarget?> WaitAsync(HttpRouteMatch match, string method, string? instanceId, string? correlationId, CancellationToken cancellationToken)
    {
        var hash = HttpRouteMatcher.HashOf(match.Template, method);
        var published = database.Set<DefinitionRow>().Where(row => row.IsPublished).Select(row => row.DefinitionId);
        var places = await database.Set<BookmarkRow>().AsNoTracking()
            .Where(row => row.Hash == hash && (instanceId == null || row.InstanceId == instanceId) && (correlationId == null || row.CorrelationId == correlationId))
            .Join(database.Set<InstanceRow>().Where(row => published.Contains(row.DefinitionId)), row => row.InstanceId, row => row.Id, (row, instance) => new { row.Id, Instance = instance })
            .OrderBy(place => place.Id).Take(2).ToListAsync(cancellationToken);
        if (places.FirstOrDefault() is not { } place || WaitingTemplates.StimulusOf(place.Instance, place.Id) is not { } rules)
            return null;
        return new RequestTarget(rules, match.Values) { InstanceId = place.Instance.Id, BookmarkId = place.Id, IsAmbiguous = places.Count > 1 };
    }
}
