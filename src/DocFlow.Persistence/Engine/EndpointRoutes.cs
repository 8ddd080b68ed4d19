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
    public async Task RefuseTakenAsync(WorkflowDefinition definition, string definitionId, IReadOnlyList<StoredTrigger> starts, CancellationToken cancellationToken)
    {
        var wanted = starts.Where(start => start.Name == HttpEndpoint.TypeName).Select(start => (start.NodeId, Endpoint: start.Payload.Deserialize<HttpEndpointStimulus>()!)).ToList();
        if (wanted.Count == 0)
            return;
        var others = await database.Set<TriggerRow>().Where(row => row.Name == HttpEndpoint.TypeName && row.DefinitionId != definitionId).Select(row => row.PayloadJson).ToListAsync(cancellationToken);
        var taken = others.Select(payload => KeyOf(JsonSerializer.Deserialize<HttpEndpointStimulus>(payload!)!)).ToHashSet();
        var refused = wanted.Where(start => taken.Contains(KeyOf(start.Endpoint)))
            .Select(start => DefinitionFinding.At(definition, start.NodeId, $"路径 {start.Endpoint.Path} 和方法 {start.Endpoint.Method.ToUpperInvariant()} 已由另一个流程使用。"))
            .ToList();
        if (refused.Count > 0)
            throw new DefinitionRefusedException(refused, [.. refused, .. DefinitionValidator.Check(definition)]);
    }

    private static (string Shape, string Method) KeyOf(HttpEndpointStimulus endpoint) => (HttpRouteMatcher.ShapeOf(endpoint.Path), endpoint.Method);
}
