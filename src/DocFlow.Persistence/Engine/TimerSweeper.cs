using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// Lets workflows go on whose time has come. A host claims what is due by a lease; the burst and the end of the bookmark are one
/// transaction, so a timer never fires twice, and one whose host died is taken over when the lease ends.
/// </summary>
public sealed partial class TimerSweeper : BackgroundService, IDueWork
{
    private const int Batch = 32;
    private const int MostConflicts = 20;
    private const int LongestError = 2000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly IServiceScopeFactory _scopes;
    private readonly OfficeClock _clock;
    private readonly TimeProvider _system;
    private readonly IOptions<TimerOptions> _options;
    private readonly TriggerSweep _triggers;
    private readonly StimulusDelivery _stimuli;
    private readonly ILogger<TimerSweeper> _logger;

    internal TimerSweeper(
        IServiceScopeFactory scopes, OfficeClock clock, TimeProvider system, IOptions<TimerOptions> options, TriggerSweep triggers, StimulusDelivery stimuli, ILogger<TimerSweeper> logger)
    {
        (_scopes, _clock, _system, _options) = (scopes, clock, system, options);
        (_triggers, _stimuli, _logger) = (triggers, stimuli, logger);
    }

    /// <summary>Fires everything that is due now on the office's clock, with what becomes due by that.</summary>
    /// <returns>How many timers were tried.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var tried = 0;
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } claimed)
        {
            tried += claimed.Count;
            foreach (var row in claimed)
                await FireAsync(row, cancellationToken);
        }

        tried += await _triggers.SweepAsync(cancellationToken);
        await _stimuli.SweepAsync(cancellationToken);
        return tried;
    }

    /// <inheritdoc />
    public Task<int> RunDueAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(_options.Value.Tick, _system);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: what is due waits there.
                LogAway(exception);
            }
        }
        while (await WaitAsync(ticks, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer ticks, CancellationToken stoppingToken)
    {
        try
        {
            return await ticks.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<BookmarkRow>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DocFlowDbContext>();
        var (due, now, most) = (_clock.Now, _system.GetUtcNow(), _options.Value.MostAttempts);
        var rows = await database.Set<BookmarkRow>()
            .Where(row => row.DueAt <= due && row.Attempts < most && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
            row.LeaseUntil = now + _options.Value.Lease;
        try
        {
            if (rows.Count > 0)
                await database.SaveChangesAsync(cancellationToken);
            return rows;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host claimed some of them in this instant; the next tick finds the rest.
            return [];
        }
    }

    private async Task FireAsync(BookmarkRow row, CancellationToken cancellationToken)
    {
        try
        {
            for (var conflicts = 0; ; conflicts++)
            {
                await using var scope = _scopes.CreateAsyncScope();
                try
                {
                    if (!await scope.ServiceProvider.GetRequiredService<WorkflowBursts>().ResumeBookmarkAsync(row.InstanceId, row.Id, null, cancellationToken))
                        await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Set<BookmarkRow>().Where(gone => gone.Id == row.Id).ExecuteDeleteAsync(cancellationToken);
                    return;
                }
                catch (DbUpdateException) when (conflicts < MostConflicts)
                {
                    // Another burst of the instance was faster: on fresh rows the bookmark may be gone.
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(row.InstanceId, row.Id, exception);
            await MarkFailedAsync(row, exception, cancellationToken);
        }
    }

    private async Task MarkFailedAsync(BookmarkRow row, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = row.Attempts + 1;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, row.Attempts));
        var shown = WorkflowFaultException.ShownOf(exception);
        var (until, error) = (_system.GetUtcNow() + (pause < LongestPause ? pause : LongestPause), shown.Length <= LongestError ? shown : shown[..LongestError]);
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Set<BookmarkRow>().Where(failed => failed.Id == row.Id && failed.Version == row.Version).ExecuteUpdateAsync(
            set => set.SetProperty(failed => failed.Attempts, attempts)
                .SetProperty(failed => failed.LastError, error)
                .SetProperty(failed => failed.LeaseUntil, until)
                .SetProperty(failed => failed.Version, failed => failed.Version + 1),
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The timer of instance {InstanceId}, bookmark {BookmarkId}, could not fire")]
    private partial void LogFailure(string instanceId, string bookmarkId, Exception exception);

    [LoggerMessage(LogLevel.Error, "The timers can't be read; trying again")]
    private partial void LogAway(Exception exception);
}
