namespace DocFlow.Office.Tests.Running;

/// <summary>A SQLite file in the test's folder.</summary>
internal sealed class SqliteDatabase : ITestDatabase
{
    private static readonly SemaphoreSlim One = new(1, 1);
    private static byte[]? _filled;

    public Task<Dictionary<string, string?>> CreateAsync(string folder) =>
        Task.FromResult(Settings(folder, isPooled: true));

    public async Task<Dictionary<string, string?>> CreateFilledAsync(string folder, Func<Dictionary<string, string?>, Task> fill)
    {
        await One.WaitAsync();
        try
        {
            if (_filled is null)
            {
                // The file is whole when its last connection is closed.
                await fill(Settings(folder, isPooled: false));
                _filled = await File.ReadAllBytesAsync(FileIn(folder));
            }
        }
        finally
        {
            One.Release();
        }

        await File.WriteAllBytesAsync(FileIn(folder), _filled);
        return Settings(folder, isPooled: true);
    }

    // A connection reads the whole schema before its first statement: half of a test's time, were each opened anew.
    private static Dictionary<string, string?> Settings(string folder, bool isPooled) => new()
    {
        ["Database:Provider"] = "Sqlite",
        ["ConnectionStrings:DocFlow"] = $"Data Source={FileIn(folder)};Pooling={isPooled}",
    };

    private static string FileIn(string folder) => Path.Combine(folder, "office.db");
}
