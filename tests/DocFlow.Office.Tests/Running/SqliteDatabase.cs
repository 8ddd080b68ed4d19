namespace DocFlow.Office.Tests.Running;

/// <summary>A SQLite file in the test's folder.</summary>
internal sealed class SqliteDatabase : ITestDatabase
{
    public static string FileIn(string folder) => Path.Combine(folder, "office.db");

    public Task<Dictionary<string, string?>> CreateAsync(string folder) =>
        Task.FromResult(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:DocFlow"] = $"Data Source={FileIn(folder)};Pooling=False",
        });
}
