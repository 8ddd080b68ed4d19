using DocFlow.Office.Outbox;
using DocFlow.Persistence.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DocFlow.Persistence;

/// <summary>The schema as SQL, for a database administrator who applies it by hand.</summary>
public static class DatabaseScript
{
    /// <summary>
    /// Every migration as a script that can be run again. SQLite can't ask before it acts, so its script is for an empty database only.
    /// </summary>
    public static string Create(DatabaseProvider provider)
    {
        using var signal = new OutboxSignal();
        using var gate = new SqliteWriteGate();
        using DocFlowDbContext context = provider switch
        {
            DatabaseProvider.SqlServer => new SqlServerDocFlowDbContext(
                new DbContextOptionsBuilder<SqlServerDocFlowDbContext>().UseSqlServer().Options, signal),
            DatabaseProvider.PostgreSql => new PostgreSqlDocFlowDbContext(
                new DbContextOptionsBuilder<PostgreSqlDocFlowDbContext>().UseNpgsql().Options, signal),
            _ => new SqliteDocFlowDbContext(
                new DbContextOptionsBuilder<SqliteDocFlowDbContext>().UseSqlite().Options, signal, gate),
        };
        var options = provider == DatabaseProvider.Sqlite ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
        return context.GetService<IMigrator>().GenerateScript(options: options);
    }
}
