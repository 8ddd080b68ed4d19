using DocFlow.Host.Composition;
using DocFlow.Persistence;
using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;

namespace DocFlow.Host.Engines;

/// <summary>
/// Where Elsa keeps its tables: in the office's database, in a schema of their own; SQLite has no schemas and the names are the same, so
/// there in a file of their own.
/// </summary>
internal sealed record ElsaStore(DatabaseProvider Provider, string Connection)
{
    public static ElsaStore From(IConfiguration configuration, HostSettings settings)
    {
        var provider = Enum.Parse<DatabaseProvider>(configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true);
        var connection = configuration.GetConnectionString("Elsa");
        if (connection is null && provider != DatabaseProvider.Sqlite)
            connection = configuration.GetConnectionString("DocFlow");
        return new ElsaStore(provider, connection ?? $"Data Source={Path.Combine(settings.DataFolder, "elsa.db")}");
    }

    public TFeature Use<TFeature, TContext>(PersistenceFeatureBase<TFeature, TContext> feature)
        where TFeature : PersistenceFeatureBase<TFeature, TContext>
        where TContext : ElsaDbContextBase => Provider switch
        {
            DatabaseProvider.SqlServer => feature.UseSqlServer(Connection),
            DatabaseProvider.PostgreSql => feature.UsePostgreSql(Connection),
            _ => feature.UseSqlite(Connection),
        };
}
