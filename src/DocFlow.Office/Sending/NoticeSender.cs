using DocFlow.Office.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DocFlow.Office.Sending;

/// <summary>Sends notices out of the outbox in a lane of its own: a mail server that doesn't answer never holds up a procedure.</summary>
public sealed partial class NoticeSender : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly OutboxClaims _claims;
    private readonly OutboxDelivery _delivery;
    private readonly DigestWork _digests;
    private readonly TimeProvider _system;
    private readonly ILogger<NoticeSender> _logger;

    internal NoticeSender(OutboxClaims claims, OutboxDelivery delivery, DigestWork digests, TimeProvider system, ILogger<NoticeSender> logger) =>
        (_claims, _delivery, _digests, _system, _logger) = (claims, delivery, digests, system, logger);

    /// <summary>Orders the digests that are due and sends everything that can be sent now.</summary>
    /// <returns>How many sendings were tried.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken = default)
    {
        await _digests.RunDueAsync(cancellationToken);
        var tried = 0;
        while (await _claims.ClaimAsync(OutboxLane.Notices, cancellationToken) is { Count: > 0 } claimed)
        {
            foreach (var message in claimed)
                await _delivery.DeliverAsync(message, cancellationToken);
            tried += claimed.Count;
        }

        return tried;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, _system);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: what is to be sent waits there.
                LogAway(exception);
            }

            await Task.WhenAny(ticks.WaitForNextTickAsync(stoppingToken).AsTask());
        }
    }

    [LoggerMessage(LogLevel.Error, "Notices to be sent can't be read; trying again")]
    private partial void LogAway(Exception exception);
}
