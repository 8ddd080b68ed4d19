using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DocFlow.Persistence.Providers;

/// <summary>Lets dotnet-ef compare the model with the SQLite migrations.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDocFlowDbContext>
{
    public SqliteDocFlowDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDocFlowDbContext>().UseSqlite().Options, new OutboxSignal(), new SqliteWriteGate());
}
