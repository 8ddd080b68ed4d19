namespace DocFlow.Persistence.Providers;

/// <summary>Lets one writer of this process at a time into the SQLite file.</summary>
public sealed class SqliteWriteGate : IDisposable
{
    public SqliteWriteGate() => Commits = new SqliteGroupCommit(Semaphore);

    internal SemaphoreSlim Semaphore { get; } = new(1, 1);

    /// <summary>For saves that need nothing but their rows.</summary>
    internal SqliteGroupCommit Commits { get; }

    public void Dispose()
    {
        Commits.Dispose();
        Semaphore.Dispose();
    }
}
