using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Outbox;

/// <summary>Adds events to the context: they are saved with the act that caused them, and told to workflows after it.</summary>
public sealed class EventOutbox(IOfficeData data, TimeProvider system)
{
    /// <summary>Says that something happened.</summary>
    public void Add(EventMessage message) => Add(OutboxKinds.Event, $"event:{message.Id}", JsonSerializer.Serialize(message));

    /// <summary>Leaves the deliveries of an event that are not there yet.</summary>
    public async Task AddAsync(string eventId, IReadOnlyList<EventDelivery> deliveries, CancellationToken cancellationToken)
    {
        var byKey = deliveries.ToDictionary(delivery => $"event:{eventId}:{delivery.BookmarkId ?? delivery.InstanceId}");
        var known = await data.OutboxMessages.Where(message => byKey.Keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancellationToken);
        foreach (var (key, delivery) in byKey.Where(item => !known.Contains(item.Key)))
            Add(OutboxKinds.EventDelivery, key, JsonSerializer.Serialize(delivery));
    }

    /// <summary>Whether deliveries of an event were left before.</summary>
    public Task<bool> HasDeliveriesAsync(string eventId, CancellationToken cancellationToken) =>
        data.OutboxMessages.AnyAsync(message => message.Key.StartsWith($"event:{eventId}:"), cancellationToken);

    /// <summary>Leaves a message for an <see cref="IOutboxReceiver"/>.</summary>
    /// <param name="key">The same for the same message: it is never left twice.</param>
    public void Add(string kind, string key, string payload)
    {
        var now = system.GetUtcNow();
        data.OutboxMessages.Add(new OutboxMessage
        {
            Id = OfficeId.New(now),
            Kind = kind,
            Key = key,
            PayloadJson = payload,
            CreatedAt = now,
            AvailableAt = now,
        });
    }
}
