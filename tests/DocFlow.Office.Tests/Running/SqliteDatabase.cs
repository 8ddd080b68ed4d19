namespace DocFlow.Office.Tests.Running;

/// <summary>A SQLite file in the test's folder.</summary>
/// <param name="isKeptOpen">Keeps its connections: for tests that do very much with one database.</param>
internal sealed class SqliteDatabase(bool isKeptOpen = false) : ITestDatabase
{
    private static readonly SemaphoreSlim One = new(1, 1);
    private static byte[]? _filled;

    public Task<Dictionary<string, string?>> CreateAsync(string folder) =>
        Task.FromResult(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:DocFlow"] = $"Data Source={FileIn(folder)};Pooling=False",
        });

    public async Task<Dictionary<string, string?>> CreateFilledAsync(string folder, Func<Dictionary<string, string?>, Task> fill)
    {
        var settings = await CreateAsync(folder);
        await One.WaitAsync();
        try
        {
            if (_filled is null)
            {
                await fill(settings);
                _filled = await File.ReadAllBytesAsync(FileIn(folder));
                return settings;
            }
        }
        finally
        {
            One.Release();
        }

        await File.WriteAllBytesAsync(FileIn(folder), _filled);
        if (isKeptOpen)
            settings["ConnectionStrings:DocFlow"] = $"Data Source={FileIn(folder)}";
        return settings;
    }

    private static string FileIn(string folder) => Path.Combine(folder, "office.db");
}
