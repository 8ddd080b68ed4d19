using DocFlow.Office.Events;
using DocFlow.Office.Queries;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Outbox;

/// <inheritdoc />
internal sealed class OutboxCare(IOfficeData data, IEnumerable<ITimerCare> timers, EventLog events, TimeProvider system) : IOutboxCare
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
        var total = await failing.CountAsync(cancellationToken);

        // Timers that were given up come after all messages.
        var givenUp = await GivenUpAsync(cancellationToken);
        rows.AddRange(givenUp.Skip(Math.Max(0, Paging.Skip(page, size) - total)).Take(size - rows.Count));
        return new Paged<StuckMessage>(rows, total + givenUp.Count);
    }

    public async Task SendAgainAsync(string account, string messageId, CancellationToken cancellationToken = default)
    {
        var message = await data.OutboxMessages.SingleOrDefaultAsync(row => row.Id == messageId, cancellationToken);
        if (message is null)
        {
            await FireAgainAsync(account, messageId, cancellationToken);
            return;
        }

        if (message.State == OutboxState.Done)
            return;
        message.State = OutboxState.Waiting;
        message.Attempts = 0;
        message.AvailableAt = system.GetUtcNow();
        events.Add(new ActRecord("重新投递") { Account = account, DocumentId = message.DocumentId, Opinion = message.LastError });
        await SaveAsync(cancellationToken);
    }

    private async Task FireAgainAsync(string account, string timerId, CancellationToken cancellationToken)
    {
        foreach (var care in timers)
        {
            if (await care.FireAgainAsync(timerId, cancellationToken) is not { } timer)
                continue;
            events.Add(new ActRecord("重新投递") { Account = account, DocumentId = timer.DocumentId, Opinion = timer.Error });
            await SaveAsync(cancellationToken);
            return;
        }

        throw RefusalException.NotFound("这条待投递的消息");
    }

    private async Task<IReadOnlyList<StuckMessage>> GivenUpAsync(CancellationToken cancellationToken)
    {
        var all = new List<StuckMessage>();
        foreach (var care in timers)
            all.AddRange(await care.GivenUpAsync(null, cancellationToken));
        if (all.Count == 0)
            return all;
        var documents = all.Select(timer => timer.DocumentId).ToList();
        var titles = await data.Documents.Where(document => documents.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.Title, cancellationToken);
        return all.ConvertAll(timer => timer with { Title = titles.GetValueOrDefault(timer.DocumentId ?? "") });
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
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
