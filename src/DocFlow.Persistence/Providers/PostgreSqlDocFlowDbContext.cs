using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Providers;

/// <summary>The database on PostgreSQL.</summary>
public sealed class PostgreSqlDocFlowDbContext(DbContextOptions<PostgreSqlDocFlowDbContext> options, OutboxSignal outbox)
    : DocFlowDbContext(options, outbox);
