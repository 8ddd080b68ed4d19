using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Triggers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>The paths and methods by which requests start published definitions.</summary>
internal sealed class EndpointRoutes(DocFlowDbContext database)
{
    /// <exception cref="DefinitionRefusedException">Another published definition starts by one of these.</exception>
    public async Task RefuseTakenAsync(string definitionId, IReadOnlyList<StoredTrigger> starts, CancellationToken cancellationToken)
    {
        var wanted = starts.Where(start => start.Name == HttpEndpoint.TypeName).Select(start => start.Payload.Deserialize<HttpEndpointStimulus>()!).ToList();
        if (wanted.Count == 0)
            return;
        var others = await database.Set<TriggerRow>().Where(row => row.Name == HttpEndpoint.TypeName && row.DefinitionId != definitionId).Select(row => row.PayloadJson).ToListAsync(cancellationToken);
        var taken = others.Select(payload => KeyOf(JsonSerializer.Deserialize<HttpEndpointStimulus>(payload!)!)).ToHashSet();
        if (wanted.Where(endpoint => taken.Contains(KeyOf(endpoint))).ToList() is { Count: > 0 } refused)
            throw new DefinitionRefusedException(refused.Select(endpoint => $"路径 {endpoint.Path} 和方法 {endpoint.Method.ToUpperInvariant()} 已由另一个流程使用。"));
    }

    private static (string Shape, string Method) KeyOf(HttpEndpointStimulus endpoint) => (HttpRouteMatcher.ShapeOf(endpoint.Path), endpoint.Method);
}
