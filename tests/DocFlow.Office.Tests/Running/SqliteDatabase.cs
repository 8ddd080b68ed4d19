namespace DocFlow.Office.Tests.Running;

/// <summary>A SQLite file in the test's folder.</summary>
internal sealed class SqliteDatabase : ITestDatabase
{
    public Task<Dictionary<string, string?>> CreateAsync(string folder) =>
        Task.FromResult(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:DocFlow"] = $"Data Source={Path.Combine(folder, "office.db")};Pooling=False",
        });
}
