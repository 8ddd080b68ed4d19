using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DocFlow.Office.Deadlines;

/// <summary>Does what falls due by the office clock. Each row is done in a transaction that also marks it done, so it happens once, on however many hosts.</summary>
public sealed partial class DeadlineSweeper : BackgroundService, IDueWork
{
    private const int Batch = 64;
    private const int MostConflicts = 20;

    /// <summary>Failures after which one is left for an administrator.</summary>
    internal const int MostAttempts = 10;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    private readonly IServiceScopeFactory _scopes;
    private readonly OfficeClock _clock;
    private readonly TimeProvider _system;
    private readonly ILogger<DeadlineSweeper> _logger;

    internal DeadlineSweeper(IServiceScopeFactory scopes, OfficeClock clock, TimeProvider system, ILogger<DeadlineSweeper> logger)
    {
        (_scopes, _clock, _system, _logger) = (scopes, clock, system, logger);
    }

    /// <inheritdoc />
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        var failed = new HashSet<string>();
        while (await DueAsync(failed, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                if (await TryAsync(id, cancellationToken))
                    done++;
                else
                    failed.Add(id);
            }
        }

        return done;
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextAfterAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOfficeData>().Deadlines
            .Where(row => row.DoneAt == null && row.DueAt > moment && row.Attempts < MostAttempts).OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, _system);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: what is due waits there.
                LogAway(exception);
            }

            await Task.WhenAny(ticks.WaitForNextTickAsync(stoppingToken).AsTask());
        }
    }

    private async Task<List<string>> DueAsync(HashSet<string> failed, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = _clock.Now;
        return await scope.ServiceProvider.GetRequiredService<IOfficeData>().Deadlines
            // What stands still (暂停) falls due later, and what is being moved once it has arrived: neither is a failed try.
            .Where(row => row.DoneAt == null && row.DueAt <= now && row.Attempts < MostAttempts && !failed.Contains(row.Id)
                && (row.WorkItem == null || (row.WorkItem.Document!.PausedAt == null && row.WorkItem.Document.JumpToNodeId == null)))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<bool> TryAsync(string id, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            await using var scope = _scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<DeadlineWork>().DoAsync(id, cancellationToken);
                return true;
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                // Somebody decided, or another host did it, in this instant: fresh rows tell.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(id, exception);
                var error = WorkflowFaultException.ShownOf(exception);
                await scope.ServiceProvider.GetRequiredService<IOfficeData>().Deadlines.Where(row => row.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LastError, error), cancellationToken);
                return false;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The deadline {Id} could not be met")]
    private partial void LogFailed(string id, Exception exception);

    [LoggerMessage(LogLevel.Error, "The deadlines can't be read; trying again")]
    private partial void LogAway(Exception exception);
}
