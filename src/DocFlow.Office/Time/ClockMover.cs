using DocFlow.Office.Outbox;

namespace DocFlow.Office.Time;

/// <summary>Moves the office clock forward and does what falls due, with everything that follows from it, before it returns.</summary>
public sealed class ClockMover(OfficeClock clock, IEnumerable<IDueWork> dueWork, OutboxDispatcher outbox) : IDisposable
{
    private const int MostRounds = 1000;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <returns>How many things were done.</returns>
    /// <exception cref="RefusalException">The time lies before now.</exception>
    public async Task<int> MoveToAsync(DateTimeOffset later, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // What was pressed before belongs to the time before.
            await outbox.DrainAsync(cancellationToken);
            clock.RequireLater(later);
            // Each deadline on the way at its own moment, so that what one of them opens counts its time from there.
            var done = 0;
            while (await NextAsync(later, cancellationToken) is { } at)
            {
                clock.Reach(at);
                done += await RunDueAsync(cancellationToken);
            }

            clock.Reach(later);
            return done + await RunDueAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset later, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var work in dueWork)
        {
            if (await work.NextAfterAsync(clock.Now, cancellationToken) is { } at && at < later && (next is null || at < next))
                next = at;
        }

        return next;
    }

    private async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var inRound = 0;
            foreach (var work in dueWork)
                inRound += await work.RunDueAsync(cancellationToken);
            inRound += await outbox.DrainAsync(cancellationToken);
            if (inRound == 0)
                return done;
            done += inRound;
        }

        throw new InvalidOperationException("到期的事项做完又生，没有尽头。请检查流程中的定时。");
    }

    public void Dispose() => _one.Dispose();
}
