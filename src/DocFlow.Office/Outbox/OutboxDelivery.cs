using System.Text.Json;
using DocFlow.Office.Repairs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Office.Outbox;

/// <summary>Delivers one claimed message: tells the engine, then marks the message; each in a scope of its own.</summary>
internal sealed partial class OutboxDelivery(
    IServiceScopeFactory scopes, IEnumerable<IAbsentParts> parts, TimeProvider system, IOptions<OutboxOptions> options, ILogger<OutboxDelivery> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        string? error = null;
        string? faultNodeId = null;
        var lacked = IsLacking;
        try
        {
            await TellAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(message.Kind, message.Key, exception);
            error = WorkflowFaultException.ShownOf(exception);
            faultNodeId = (exception as WorkflowFaultException)?.NodeId;
        }

        await MarkAsync(message.Id, error, faultNodeId, lacked || IsLacking, cancellationToken);
    }

    private bool IsLacking => parts.Any(part => part.Any);

    private async Task TellAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await TellAsync(scope.ServiceProvider, message, cancellationToken);
                return;
            }
            catch (DbUpdateException) when (conflicts < options.Value.MostConflicts)
            {
                // Another transaction changed or added the same row first (a counter, a unique key): the burst runs again on fresh rows.
            }
        }
    }

    private static Task TellAsync(IServiceProvider services, OutboxMessage message, CancellationToken cancellationToken)
    {
        switch (message.Kind)
        {
            case OutboxKinds.Start:
                var start = JsonSerializer.Deserialize<StartMessage>(message.PayloadJson)!;
                return services.GetRequiredService<IWorkflowGateway>().StartAsync(start.DefinitionId, start.InstanceId, start.DocumentId, cancellationToken);
            case OutboxKinds.Resume:
                var resume = JsonSerializer.Deserialize<ResumeMessage>(message.PayloadJson)!;
                return services.GetRequiredService<IWorkflowGateway>().ResumeAsync(resume.InstanceId, resume.WorkItemId, resume.Outcome, cancellationToken);
            case OutboxKinds.Restart:
                return services.GetRequiredService<RestartWork>().DoAsync(JsonSerializer.Deserialize<RestartMessage>(message.PayloadJson)!, cancellationToken);
            case OutboxKinds.Event:
                return services.GetRequiredService<IWorkflowEvents>().AnnounceAsync(JsonSerializer.Deserialize<EventMessage>(message.PayloadJson)!, cancellationToken);
            case OutboxKinds.EventDelivery:
                return services.GetRequiredService<IWorkflowEvents>().DeliverAsync(JsonSerializer.Deserialize<EventDelivery>(message.PayloadJson)!, cancellationToken);
            default:
                var receiver = services.GetServices<IOutboxReceiver>().FirstOrDefault(receiver => receiver.Kind == message.Kind)
                    ?? throw new InvalidOperationException($"The outbox message kind '{message.Kind}' is unknown.");
                return receiver.ReceiveAsync(message.PayloadJson, cancellationToken);
        }
    }

    private async Task MarkAsync(string messageId, string? error, string? faultNodeId, bool isLacking, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var message = await data.OutboxMessages.SingleAsync(row => row.Id == messageId, cancellationToken);
        if (message.State == OutboxState.Done)
            return;
        var now = system.GetUtcNow();
        message.LeaseUntil = null;
        if (error is null)
        {
            message.State = OutboxState.Done;
            message.DoneAt = now;
            message.FailingSince = null;
        }
        else
        {
            message.LastError = error.Length <= 2000 ? error : error[..2000];
            message.FailingSince ??= now;
            message.FaultNodeId = faultNodeId;
            if (isLacking)
            {
                message.AvailableAt = now + options.Value.PauseWhileAbsent;
            }
            else
            {
                message.Attempts++;
                message.State = message.Attempts < options.Value.MostAttempts ? OutboxState.Waiting : OutboxState.Stuck;
                var pause = TimeSpan.FromSeconds(Math.Pow(2, message.Attempts - 1));
                message.AvailableAt = now + (pause < LongestPause ? pause : LongestPause);
            }
        }

        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host took the message over when its lease ran out, and marks it.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox message {Kind} {Key} could not be delivered")]
    private partial void LogFailure(string kind, string key, Exception exception);
}
