using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;

namespace DocFlow.Persistence.Engine;

/// <summary>Starts or goes on with an instance over a request. Its answer counts only once this has returned: then the burst is saved.</summary>
internal sealed class RequestBurst(WorkflowBursts bursts, RequestInHand inHand)
{
    private static readonly RequestAnswer NotTaken = new(false, false, null);

    /// <param name="newInstanceId">The same each time the same request is tried.</param>
    public async Task<RequestAnswer> RunAsync(RequestTarget target, HttpRequestData request, string newInstanceId, string? correlationId, CancellationToken cancellationToken)
    {
        var exchange = inHand.Take(request);
        var state = target.DefinitionId is { } definitionId
            ? await StartAsync(definitionId, new WorkflowStart(newInstanceId) { TriggerNodeId = target.NodeId, CorrelationId = correlationId }, cancellationToken)
            : await GoOnAsync(target.InstanceId!, target.BookmarkId!, cancellationToken);
        return state is null ? NotTaken : new RequestAnswer(true, state.SubStatus == WorkflowSubStatus.Faulted, exchange.Reply);
    }

    private async Task<InstanceState?> StartAsync(string definitionId, WorkflowStart start, CancellationToken cancellationToken) =>
        await bursts.FindAsync(definitionId, VersionChoice.Published, cancellationToken) is { } key ? await bursts.StartAsync(key, start, cancellationToken) : null;

    private async Task<InstanceState?> GoOnAsync(string instanceId, string bookmarkId, CancellationToken cancellationToken) =>
        await bursts.ResumeBookmarkAsync(instanceId, bookmarkId, null, cancellationToken) ? await bursts.StateAsync(instanceId, cancellationToken) : null;
}
