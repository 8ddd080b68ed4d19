using DocFlow.Office;
using DocFlow.Office.Outbox;
using DocFlow.Persistence.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DocFlow.Persistence;

/// <summary>Registers the database.</summary>
public static class PersistenceServices
{
    /// <summary>
    /// The database that Database:Provider (Sqlite, SqlServer, PostgreSql) and ConnectionStrings:DocFlow name; by default a SQLite file in the data folder.
    /// </summary>
    public static IServiceCollection AddDocFlowPersistence(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new InvalidOperationException($"设置 Database:Provider 的值“{name}”无效，可用：Sqlite、SqlServer、PostgreSql。");
        var connection = configuration.GetConnectionString("DocFlow");
        if (connection is null && provider != DatabaseProvider.Sqlite)
            throw new InvalidOperationException($"使用 {provider} 时须设置 ConnectionStrings:DocFlow。");

        services.TryAddSingleton<OutboxSignal>();
        switch (provider)
        {
            case DatabaseProvider.SqlServer:
                services.AddDbContextPool<DocFlowDbContext, SqlServerDocFlowDbContext>(options => options.UseSqlServer(connection));
                break;
            case DatabaseProvider.PostgreSql:
                services.AddDbContextPool<DocFlowDbContext, PostgreSqlDocFlowDbContext>(options => options.UseNpgsql(connection));
                break;
            default:
                services.TryAddSingleton<SqliteWriteGate>();
                var file = connection ?? $"Data Source={Path.Combine(dataFolder, "docflow.db")}";
                services.AddDbContextPool<DocFlowDbContext, SqliteDocFlowDbContext>(options =>
                    options.UseSqlite(file).AddInterceptors(new SqliteDurability()));
                break;
        }

        services.AddScoped<IOfficeData>(provider => provider.GetRequiredService<DocFlowDbContext>());
        return services;
    }
}
