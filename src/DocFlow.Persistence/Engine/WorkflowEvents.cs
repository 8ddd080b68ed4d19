using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Office;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Tells events to the instances that wait for them and to the definitions that they start.</summary>
internal sealed class WorkflowEvents(DocFlowDbContext database, EventOutbox outbox, WorkflowGateway gateway) : IWorkflowEvents
{
    public async Task AnnounceAsync(EventMessage message, CancellationToken cancellationToken)
    {
        var hash = BookmarkHash.Of(Event.BookmarkName, new EventStimulus(message.Name));
        var bookmarks = await database.Set<BookmarkRow>().AsNoTracking()
            .Where(row => row.Hash == hash && (message.CorrelationId == null || row.CorrelationId == message.CorrelationId) && (message.InstanceId == null || row.InstanceId == message.InstanceId))
            .ToListAsync(cancellationToken);
        var deliveries = bookmarks.ConvertAll(row => new EventDelivery(row.InstanceId, row.Id, null, null, null, message.PayloadJson));
        if (message.InstanceId is null)
        {
            var triggers = await database.Set<TriggerRow>().AsNoTracking().Where(row => row.Hash == hash).ToListAsync(cancellationToken);
            deliveries.AddRange(triggers.Select(row =>
                new EventDelivery(InstanceIdFor(message, row), null, row.DefinitionId, row.NodeId, message.CorrelationId, message.PayloadJson)));
        }

        await outbox.AddAsync(message.Id, deliveries, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    public Task DeliverAsync(EventDelivery delivery, CancellationToken cancellationToken)
    {
        var payload = delivery.PayloadJson is null ? null : ValueConversion.FromNode(JsonNode.Parse(delivery.PayloadJson));
        return delivery.DefinitionId is { } definitionId
            ? gateway.StartAsync(definitionId, delivery.InstanceId, delivery.CorrelationId, delivery.NodeId, new Dictionary<string, object?> { [Event.PayloadInput] = payload }, cancellationToken)
            : gateway.ResumeBookmarkAsync(delivery.InstanceId, delivery.BookmarkId!, payload, cancellationToken);
    }

    // The same for the same event: a repeated delivery starts nothing twice.
    private static string InstanceIdFor(EventMessage message, TriggerRow trigger) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Id}|{trigger.DefinitionId}|{trigger.NodeId}")))[..OfficeId.Length];
}
