using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Office.Outbox;

/// <summary>Tells the engine what was committed, as soon as it was, and again until it is done.</summary>
public sealed partial class OutboxDispatcher : BackgroundService
{
    private const int Batch = 32;

    private readonly IServiceScopeFactory _scopes;
    private readonly OutboxDelivery _delivery;
    private readonly OutboxSignal _signal;
    private readonly TimeProvider _system;
    private readonly OutboxOptions _options;
    private readonly ILogger<OutboxDispatcher> _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _isAway;

    internal OutboxDispatcher(
        IServiceScopeFactory scopes, OutboxDelivery delivery, OutboxSignal signal, TimeProvider system, IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> logger)
    {
        (_scopes, _delivery, _signal, _system, _options, _logger) = (scopes, delivery, signal, system, options.Value, logger);
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
            while (await ClaimAsync(cancellationToken) is { Count: > 0 } claimed)
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

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var now = _system.GetUtcNow();
        var due = await data.OutboxMessages
            .Where(message => message.State == OutboxState.Waiting && message.AvailableAt <= now && (message.LeaseUntil == null || message.LeaseUntil <= now))
            .OrderBy(message => message.AvailableAt)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var message in due)
            message.LeaseUntil = now + _options.Lease;
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

    [LoggerMessage(LogLevel.Error, "The outbox can't be read; trying again")]
    private partial void LogAway(Exception exception);
}
