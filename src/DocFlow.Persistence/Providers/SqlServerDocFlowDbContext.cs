using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Providers;

/// <summary>The database on SQL Server.</summary>
public sealed class SqlServerDocFlowDbContext(DbContextOptions<SqlServerDocFlowDbContext> options, OutboxSignal outbox)
    : DocFlowDbContext(options, outbox);
