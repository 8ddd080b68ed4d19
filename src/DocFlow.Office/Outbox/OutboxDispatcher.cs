using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Office.Outbox;

/// <summary>Tells the engine what was committed, as soon as it was, and again until it is done.</summary>
public sealed partial class OutboxDispatcher : BackgroundService
{
    private readonly OutboxClaims _claims;
    private readonly OutboxDelivery _delivery;
    private readonly OutboxSignal _signal;
    private readonly OutboxOptions _options;
    private readonly ILogger<OutboxDispatcher> _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _isAway;

    internal OutboxDispatcher(
        OutboxClaims claims, OutboxDelivery delivery, OutboxSignal signal, IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> logger)
    {
        (_claims, _delivery, _signal, _options, _logger) = (claims, delivery, signal, options.Value, logger);
    }

    /// <summary>Whether it works on the outbox: it was started, and could read it last time.</summary>
    public bool IsWorking => ExecuteTask is { IsCompleted: false } && !_isAway;

    /// <summary>Delivers everything that can be delivered now, with what follows from it; after what another call of this process has begun.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var tried = 0;
            while (await _claims.ClaimAsync(OutboxLane.Workflows, cancellationToken) is { Count: > 0 } claimed)
            {
                tried += claimed.Count;
                await Parallel.ForEachAsync(
                    claimed,
                    new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellationToken },
                    async (message, token) => await _delivery.DeliverAsync(message, token));
            }

            return tried;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
                _isAway = false;
                await _signal.WaitAsync(_options.Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database is away: what is committed waits there.
                _isAway = true;
                LogAway(exception);
                await _signal.WaitAsync(_options.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox can't be read; trying again")]
    private partial void LogAway(Exception exception);
}
