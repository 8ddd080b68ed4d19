using DocFlow.Office.Events;
using DocFlow.Office.Queries;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Outbox;

/// <inheritdoc />
internal sealed class OutboxCare(IOfficeData data, EventLog events, TimeProvider system) : IOutboxCare
{
    public async Task<Paged<StuckMessage>> FailingAsync(int page, int size, CancellationToken cancellationToken = default)
    {
        // A comparison, not "is not null": every database then goes by the index of the few that fail.
        var failing = data.OutboxMessages.Where(message => message.FailingSince > DateTimeOffset.UnixEpoch);
        var rows = await failing.OrderBy(message => message.FailingSince).Skip(Paging.Skip(page, size)).Take(size)
            .Select(message => new StuckMessage(
                message.Id, message.DocumentId,
                data.Documents.Where(document => document.Id == message.DocumentId).Select(document => document.Title).FirstOrDefault(),
                message.Kind, message.State == OutboxState.Stuck, message.Attempts, message.FailingSince!.Value, message.LastError ?? ""))
            .ToListAsync(cancellationToken);
        return new Paged<StuckMessage>(rows, await failing.CountAsync(cancellationToken));
    }

    public async Task SendAgainAsync(string account, string messageId, CancellationToken cancellationToken = default)
    {
        var message = await data.OutboxMessages.SingleOrDefaultAsync(row => row.Id == messageId, cancellationToken)
            ?? throw RefusalException.NotFound("这条待投递的消息");
        if (message.State == OutboxState.Done)
            return;
        message.State = OutboxState.Waiting;
        message.Attempts = 0;
        message.AvailableAt = system.GetUtcNow();
        events.Add(new ActRecord("重新投递") { Account = account, DocumentId = message.DocumentId, Opinion = message.LastError });
        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was being tried in this instant; that try counts.
        }
    }
}
