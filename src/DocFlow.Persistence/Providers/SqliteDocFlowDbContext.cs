using DocFlow.Office.Outbox;
using DocFlow.Persistence.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DocFlow.Persistence.Providers;

/// <summary>The database on SQLite, whose one writer at a time is queued here rather than by its busy time-out.</summary>
public sealed class SqliteDocFlowDbContext(DbContextOptions<SqliteDocFlowDbContext> options, OutboxSignal outbox, SqliteWriteGate gate)
    : DocFlowDbContext(options, outbox)
{
    private protected override SemaphoreSlim WriteGate => gate.Semaphore;

    // EF defines its functions anew on each connection that it opens.
    internal override async ValueTask<IAsyncDisposable?> HoldConnectionAsync()
    {
        await Database.OpenConnectionAsync();
        return new HeldConnection(this);
    }

    private protected override async Task<int?> SaveTogetherAsync(CancellationToken cancellationToken)
    {
        if (Burst() is not { } changed || Database.GetConnectionString() is not { } database || !IsFile(database))
            return null;
        await gate.Commits.SaveAsync(database, changed.ConvertAll(RowStatement.Of), cancellationToken);
        foreach (var entry in changed)
        {
            // Nobody asks for the number that the database has given it.
            if (entry.Entity is BurstRow)
                entry.State = EntityState.Detached;
        }

        ChangeTracker.AcceptAllChanges();
        return changed.Count;
    }

    // What a burst of the engine alone leaves, the instance before what refers to it; null when there is anything else.
    private List<EntityEntry>? Burst()
    {
        List<EntityEntry> changed = [];
        var instances = 0;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in ChangeTracker.Entries())
            {
                if (entry.State is EntityState.Unchanged)
                    continue;
                switch (entry.Entity)
                {
                    case InstanceRow when entry.State is not EntityState.Deleted:
                        changed.Insert(instances++, entry);
                        break;
                    case BurstRow when entry.State is EntityState.Added:
                    case BookmarkRow or StimulusRow:
                        changed.Add(entry);
                        break;
                    default:
                        return null;
                }
            }
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return changed.Count == 0 ? null : changed;
    }

    private static bool IsFile(string database) =>
        new SqliteConnectionStringBuilder(database) is { Mode: not SqliteOpenMode.Memory, DataSource: { Length: > 0 } source } && !source.Contains(":memory:", StringComparison.Ordinal);

    private sealed class HeldConnection(SqliteDocFlowDbContext context) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync();
    }
}
