namespace DocFlow.Host.Parts;

/// <summary>Fetches an absent part while the host already serves, again after a pause when it fails. Does nothing when it is there.</summary>
internal abstract partial class PartFetch(string part, SystemParts parts, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>Whether there is nothing to fetch.</summary>
    protected abstract bool IsThere { get; }

    /// <summary>What is said of the part, in Chinese.</summary>
    protected abstract PartWords Words { get; }

    /// <summary>Says how the part stands before anything is served.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsThere)
            parts.Set(part, PartState.Ready, Words.Ready);
        else
            parts.Set(part, PartState.Fetching, Words.Preparing);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsThere)
            return;
        // The start goes on; the rest is done beside it.
        await Task.Yield();
        LogProgress(logger, Words.Begins);
        for (var round = 0; !await TryAsync(stoppingToken); round++)
        {
            var pause = Pauses[Math.Min(round, Pauses.Length - 1)];
            Report(PartState.Missing, $"{Words.Failed}，{pause.TotalMinutes:0}分钟后再试；也可在有网络的机器上运行 fetch --into 后复制到缓存文件夹。");
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
        }

        Report(PartState.Ready, Words.Ready);
        OnArrived();
    }

    /// <summary>One round; tells each step to <see cref="Report"/>.</summary>
    /// <returns>Whether everything is there now.</returns>
    protected abstract Task<bool> TryAsync(CancellationToken cancellationToken);

    /// <summary>What goes on now that the part has come.</summary>
    protected virtual void OnArrived()
    {
    }

    protected void Report(PartState state, string message)
    {
        parts.Set(part, state, message);
        LogProgress(logger, message);
    }

    [LoggerMessage(LogLevel.Information, "{Message}")]
    private static partial void LogProgress(ILogger logger, string message);
}
