using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Persistence.Engine;

/// <summary>Starts what time starts. The instance and the next due time are one transaction: no occurrence starts two, whichever host is faster.</summary>
internal sealed partial class TriggerSweep(EngineScopes scopes, OfficeTime time, TimeProvider system, IOptions<TimerOptions> options, ILogger<TriggerSweep> logger)
{
    private const int Batch = 32;
    private const int LongestError = 2000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Starts everything that is due now, each definition once however much was missed.</summary>
    /// <returns>How many starts were tried.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            foreach (var id in due)
                tried += await StartAsync(id, cancellationToken) ? 1 : 0;
        }

        return tried;
    }

    private Task<List<long>> DueAsync(CancellationToken cancellationToken)
    {
        var (due, now, most) = (time.GetUtcNow(), system.GetUtcNow(), options.Value.MostAttempts);
        return scopes.RunAsync<DocFlowDbContext, List<long>>(database => database.Set<TriggerRow>()
            .Where(row => row.DueAt <= due && row.Attempts < most && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(cancellationToken));
    }

    private async Task<bool> StartAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await scopes.RunAsync<TriggerBurst, bool>(burst => burst.RunAsync(id, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(id, exception);
            await scopes.RunAsync<DocFlowDbContext, bool>(database => MarkAsync(database, id, exception, cancellationToken));
            return true;
        }
    }

    private async Task<bool> MarkAsync(DocFlowDbContext database, long id, Exception exception, CancellationToken cancellationToken)
    {
        if (await database.Set<TriggerRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return false;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, row.Attempts));
        var shown = WorkflowFaultException.ShownOf(exception);
        row.Attempts++;
        row.LastError = shown.Length <= LongestError ? shown : shown[..LongestError];
        row.LeaseUntil = system.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The trigger {Id} could not start its definition")]
    private partial void LogFailure(long id, Exception exception);
}
