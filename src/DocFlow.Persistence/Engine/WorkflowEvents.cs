using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Tells events to the instances that wait for them and to the definitions that they start.</summary>
internal sealed class WorkflowEvents(DocFlowDbContext database, EventOutbox outbox, WorkflowBursts bursts, StimulusDelivery stimuli) : IWorkflowEvents
{
    public async Task AnnounceAsync(EventMessage message, CancellationToken cancellationToken)
    {
        var hash = BookmarkHash.Of(Event.BookmarkName, new EventStimulus(message.Name));
        var bookmarks = await database.Set<BookmarkRow>().AsNoTracking()
            .Where(row => row.Hash == hash && (message.CorrelationId == null || row.CorrelationId == message.CorrelationId) && (message.InstanceId == null || row.InstanceId == message.InstanceId))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var deliveries = bookmarks.ConvertAll(row => new EventDelivery(row.InstanceId, row.Id, null, null, null, message.PayloadJson) { Generation = message.Generation });
        if (message.InstanceId is null)
        {
            var triggers = await database.Set<TriggerRow>().AsNoTracking().Where(row => row.Hash == hash).ToListAsync(cancellationToken);
            deliveries.AddRange(triggers.Select(row =>
                new EventDelivery(InstanceIdFor(message, row), null, row.DefinitionId, row.NodeId, message.CorrelationId, message.PayloadJson) { Generation = message.Generation }));
        }

        if (deliveries.Count == 0)
        {
            // Announced before: who waited then has got it.
            if (await outbox.HasDeliveriesAsync(message.Id, cancellationToken))
                return;
            var input = InputOf(message.PayloadJson, message.Generation);
            await stimuli.KeepAsync(new Stimulus(Key(message.Id), hash, input) { CorrelationId = message.CorrelationId, InstanceId = message.InstanceId }, cancellationToken);
            return;
        }

        await outbox.AddAsync(message.Id, deliveries, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    public async Task DeliverAsync(EventDelivery delivery, CancellationToken cancellationToken)
    {
        var input = InputOf(delivery.PayloadJson, delivery.Generation);
        if (delivery.DefinitionId is not { } definitionId)
        {
            await bursts.ResumeBookmarkAsync(delivery.InstanceId, delivery.BookmarkId!, input, cancellationToken);
            return;
        }

        // Retracted since it was announced: it starts nothing any more.
        if (!await database.Set<InstanceRow>().AnyAsync(row => row.Id == delivery.InstanceId, cancellationToken) && await bursts.FindAsync(definitionId, VersionChoice.Published, cancellationToken) is { } key)
            await bursts.StartAsync(key, new WorkflowStart(delivery.InstanceId) { CorrelationId = delivery.CorrelationId, TriggerNodeId = delivery.NodeId, Input = input }, cancellationToken);
    }

    private static Dictionary<string, object?> InputOf(string? payloadJson, int generation)
    {
        var input = new Dictionary<string, object?> { [Event.PayloadInput] = payloadJson is null ? null : ValueConversion.FromNode(JsonNode.Parse(payloadJson)) };
        // From outside a chain begins anew.
        if (generation > 0)
            input[ChildCompletions.GenerationInput] = generation;
        return input;
    }

    // The same for the same event: a repeated delivery starts nothing twice.
    private static string InstanceIdFor(EventMessage message, TriggerRow trigger) =>
        Key($"{message.Id}|{trigger.DefinitionId}|{trigger.NodeId}");

    private static string Key(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..OfficeId.Length];
}
