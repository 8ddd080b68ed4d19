namespace DocFlow.Persistence.Providers;

/// <summary>Lets one writer of this process at a time into the SQLite file.</summary>
public sealed class SqliteWriteGate : IDisposable
{
    internal SemaphoreSlim Semaphore { get; } = new(1, 1);

    public void Dispose() => Semaphore.Dispose();
}
