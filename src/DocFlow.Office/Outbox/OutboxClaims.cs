using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DocFlow.Office.Outbox;

/// <summary>Claims messages that can be delivered now, for a time.</summary>
internal sealed class OutboxClaims(IServiceScopeFactory scopes, TimeProvider system, IOptions<OutboxOptions> options)
{
    private const int Batch = 32;

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(OutboxLane lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var now = system.GetUtcNow();
        var due = await data.OutboxMessages
            .Where(message => message.State == OutboxState.Waiting && message.AvailableAt <= now && (message.LeaseUntil == null || message.LeaseUntil <= now)
                && (lane == OutboxLane.Notices ? message.Kind == OutboxKinds.Notice : message.Kind != OutboxKinds.Notice))
            .OrderBy(message => message.AvailableAt)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var message in due)
            message.LeaseUntil = now + options.Value.Lease;
        try
        {
            if (due.Count > 0)
                await data.SaveChangesAsync(cancellationToken);
            return due;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host claimed some of them in this instant; its signal or the next poll finds the rest.
            return [];
        }
    }
}
