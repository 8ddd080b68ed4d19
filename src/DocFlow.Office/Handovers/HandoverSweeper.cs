using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DocFlow.Office.Handovers;

/// <summary>Does the hand-overs whose moment has come, each once, in a transaction of its own.</summary>
internal sealed partial class HandoverSweeper(IServiceScopeFactory scopes, OfficeClock clock, ILogger<HandoverSweeper> logger) : IDueWork
{
    /// <summary>Failures after which one is left for an administrator.</summary>
    public const int MostAttempts = 10;

    private const int MostConflicts = 20;

    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in await DueAsync(cancellationToken))
            done += await TryAsync(id, cancellationToken) ? 1 : 0;
        return done;
    }

    public async Task<DateTimeOffset?> NextAfterAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOfficeData>().Handovers
            .Where(row => row.OpenPersonId != null && row.At > moment && row.Attempts < MostAttempts).OrderBy(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        return await scope.ServiceProvider.GetRequiredService<IOfficeData>().Handovers
            .Where(row => row.OpenPersonId != null && row.At <= now && row.Attempts < MostAttempts).OrderBy(row => row.At).Select(row => row.Id).ToListAsync(cancellationToken);
    }

    private async Task<bool> TryAsync(string id, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
            try
            {
                if (await data.Handovers.Include(row => row.Items).SingleOrDefaultAsync(row => row.Id == id && row.OpenPersonId != null, cancellationToken) is not { } handover)
                    return false;
                await scope.ServiceProvider.GetRequiredService<HandoverAct>().DoAsync(handover, cancellationToken);
                await data.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                // Somebody decided in this instant: fresh rows tell.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(id, exception);
                var error = WorkflowFaultException.ShownOf(exception);
                await data.Handovers.Where(row => row.Id == id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LastError, error), cancellationToken);
                return false;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The hand-over {Id} could not be done")]
    private partial void LogFailed(string id, Exception exception);
}
