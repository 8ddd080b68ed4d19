using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DocFlow.Persistence.Providers;

/// <summary>Lets dotnet-ef compare the model with the SQL Server migrations.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerDocFlowDbContext>
{
    public SqlServerDocFlowDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDocFlowDbContext>().UseSqlServer().Options, new OutboxSignal());
}
