using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Providers;

/// <summary>The database on SQLite, whose one writer at a time is queued here rather than by its busy time-out.</summary>
public sealed class SqliteDocFlowDbContext(DbContextOptions<SqliteDocFlowDbContext> options, OutboxSignal outbox, SqliteWriteGate gate)
    : DocFlowDbContext(options, outbox)
{
    private protected override SemaphoreSlim WriteGate => gate.Semaphore;
}
