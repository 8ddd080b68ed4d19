using DocFlow.Office.Handovers;
using DocFlow.Office.ProcedureRegisters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DocFlow.Office.Repairs;

/// <summary>What a host looks after by itself besides deadlines: hand-overs whose moment has come, every minute whether office and engine agree, and what a period still lacks.</summary>
public sealed partial class OfficeRounds : BackgroundService
{
    private const int TicksOfAMinute = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    private readonly HandoverSweeper _handovers;
    private readonly CoverageWork _coverage;
    private readonly ReconciliationWatch _reconciliation;
    private readonly TimeProvider _system;
    private readonly ILogger<OfficeRounds> _logger;

    internal OfficeRounds(HandoverSweeper handovers, CoverageWork coverage, ReconciliationWatch reconciliation, TimeProvider system, ILogger<OfficeRounds> logger) =>
        (_handovers, _coverage, _reconciliation, _system, _logger) = (handovers, coverage, reconciliation, system, logger);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, _system);
        for (var tick = 1; !stoppingToken.IsCancellationRequested; tick++)
        {
            await Task.WhenAny(ticks.WaitForNextTickAsync(stoppingToken).AsTask());
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                await _handovers.RunDueAsync(stoppingToken);
                if (tick % TicksOfAMinute != 0)
                    continue;
                await _coverage.RunDueAsync(stoppingToken);
                await _reconciliation.LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: what is due waits there.
                LogAway(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The office's rounds can't be made; trying again")]
    private partial void LogAway(Exception exception);
}
