using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DocFlow.Persistence.Providers;

/// <summary>Lets dotnet-ef compare the model with the PostgreSQL migrations.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlDocFlowDbContext>
{
    public PostgreSqlDocFlowDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlDocFlowDbContext>().UseNpgsql().Options, new OutboxSignal());
}
