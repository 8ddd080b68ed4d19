using DocFlow.Office.Outbox;

namespace DocFlow.Host.Engines;

/// <summary>Elsa gives no timer up: there is nothing to list or to fire again.</summary>
internal sealed class TimerCare : ITimerCare
{
    public Task<IReadOnlyList<StuckMessage>> GivenUpAsync(string? instanceId, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<StuckMessage>>([]);

    public Task<StuckMessage?> FireAgainAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult<StuckMessage?>(null);
}
