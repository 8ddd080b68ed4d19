namespace DocFlow.Persistence;

/// <summary>The databases that DocFlow runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
