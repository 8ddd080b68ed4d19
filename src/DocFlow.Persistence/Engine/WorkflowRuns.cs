using System.Security.Cryptography;
using System.Text;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class WorkflowRuns(EngineScopes scopes, StimulusDelivery stimuli, InstanceCancellation cancellation, ActingAccount account, TimeProvider system) : IWorkflowRuns
{
    private const int LongestId = 64;

    public async Task<StartResult?> ExecuteAsync(StartRequest request, CancellationToken cancellationToken)
    {
        await RefuseTakenAsync(request, cancellationToken);
        // Given once, so that a repeat after a conflict is the same instance.
        var instanceId = IdOf(request);
        return await scopes.RunAsync<WorkflowBursts, StartResult?>(async bursts =>
        {
            if (request.InstanceId is not null && await bursts.StateAsync(instanceId, cancellationToken) is { } known)
                return new StartResult(false, known);
            if (await bursts.FindAsync(request.DefinitionId, request.Version, cancellationToken) is not { } key)
                return null;
            var start = new WorkflowStart(instanceId)
            {
                CorrelationId = request.CorrelationId,
                Name = request.Name,
                TriggerNodeId = request.TriggerActivityId is { } activityId ? await bursts.NodeOfAsync(key, activityId, cancellationToken) : null,
                Input = request.Input,
                Variables = request.Variables,
            };
            var state = await bursts.StartAsync(key, start, cancellationToken, account.Name);
            return new StartResult(state is null, state);
        });
    }

    public async Task<string?> DispatchAsync(StartRequest request, CancellationToken cancellationToken)
    {
        await RefuseTakenAsync(request, cancellationToken);
        var instanceId = IdOf(request);
        return await scopes.RunAsync<Dispatching, string?>(dispatching => dispatching.AddAsync(request, instanceId, account.Name, cancellationToken));
    }

    public Task CompleteTaskAsync(string taskId, object? result, CancellationToken cancellationToken) => SendAsync(
        new Stimulus(Key($"task|{taskId}"), BookmarkHash.Of(RunTask.BookmarkName, new TaskStimulus(taskId)), new Dictionary<string, object?> { [RunTask.ResultInput] = result }),
        0,
        cancellationToken);

    public async Task TriggerAsync(EventRequest request, CancellationToken cancellationToken)
    {
        var id = OfficeId.New(system.GetUtcNow());
        if (!request.Wait && request.ActivityInstanceId is null)
        {
            await scopes.RunAsync<Dispatching, bool>(dispatching => dispatching.AddAsync(
                new EventMessage(id, request.Name, request.CorrelationId, request.InstanceId, request.Payload is null ? null : EngineJson.WriteValue(request.Payload)), cancellationToken));
            return;
        }

        var hash = BookmarkHash.Of(Event.BookmarkName, new EventStimulus(request.Name));
        var input = new Dictionary<string, object?> { [Event.PayloadInput] = request.Payload };
        var started = request.InstanceId is null && request.ActivityInstanceId is null ? await StartAsync(hash, request.CorrelationId, input, id, cancellationToken) : 0;
        await SendAsync(
            new Stimulus(id, hash, input) { CorrelationId = request.CorrelationId, InstanceId = request.InstanceId, ActivityInstanceId = request.ActivityInstanceId }, started, cancellationToken);
    }

    public Task<int> CancelAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken) => cancellation.CancelAsync(instanceIds, cancellationToken);

    public Task<bool> RetryAsync(string instanceId, IReadOnlyCollection<string> activityIds, CancellationToken cancellationToken) => scopes.RunAsync<RetryBurst, bool>(
        retry => retry.RunAsync(instanceId, activityIds.Count == 0 ? null : activityIds, account.Name, cancellationToken));

    // What has started something was not too early.
    private async Task SendAsync(Stimulus stimulus, int started, CancellationToken cancellationToken)
    {
        if (await stimuli.ResumeAsync(stimulus, cancellationToken) + started == 0)
            await stimuli.KeepAsync(stimulus, cancellationToken);
    }

    private async Task<int> StartAsync(string hash, string? correlationId, Dictionary<string, object?> input, string id, CancellationToken cancellationToken)
    {
        var triggers = await scopes.RunAsync<DocFlowDbContext, List<TriggerRow>>(database => database.Set<TriggerRow>().AsNoTracking().Where(row => row.Hash == hash).OrderBy(row => row.Id).ToListAsync(cancellationToken));
        foreach (var trigger in triggers)
        {
            await ExecuteAsync(
                new StartRequest(trigger.DefinitionId, VersionChoice.Published)
                {
                    InstanceId = Key($"{id}|{trigger.DefinitionId}|{trigger.NodeId}"), CorrelationId = correlationId, TriggerActivityId = trigger.NodeId, Input = input,
                },
                cancellationToken);
        }

        return triggers.Count;
    }

    // A document's procedure that has still to start must not find its place taken.
    private async Task RefuseTakenAsync(StartRequest request, CancellationToken cancellationToken)
    {
        if (request.InstanceId is { Length: > 0 } id && await scopes.RunAsync<InstanceFamily, bool>(family => family.IsOfDocumentAsync(id, cancellationToken)))
            throw new DefinitionRefusedException(["这个实例标识属于一份公文的办理流程，不能用来启动别的流程。"]);
    }

    private string IdOf(StartRequest request)
    {
        if (request.InstanceId is { Length: > LongestId })
            throw new DefinitionRefusedException([$"实例标识不能超过{LongestId}个字符。"]);
        return request.InstanceId is { Length: > 0 } given ? given : DefinitionEnvelope.NewId();
    }

    private static string Key(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..OfficeId.Length];
}
