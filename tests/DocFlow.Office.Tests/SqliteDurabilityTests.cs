using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What SQLite promises of a commit, also on a connection that the pool hands out again.</summary>
public sealed class SqliteDurabilityTests
{
    [Fact]
    public async Task Each_connection_synchronises_fully_and_keeps_foreign_keys()
    {
        await using var office = await OfficeHost.StartAsync(new PooledDatabase());

        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Equal("wal", await ReadAsync(office, "journal_mode"));
            Assert.Equal("2", await ReadAsync(office, "synchronous"));
            Assert.Equal("1", await ReadAsync(office, "foreign_keys"));
            Assert.Equal("10000", await ReadAsync(office, "busy_timeout"));
        }
    }

    private static Task<string> ReadAsync(OfficeHost office, string pragma) => office.ActAsync<DocFlowDbContext, string>(async database =>
    {
        await database.Database.OpenConnectionAsync();
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    });

    private sealed class PooledDatabase : ITestDatabase
    {
        public Task<Dictionary<string, string?>> CreateAsync(string folder) => Task.FromResult(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:DocFlow"] = $"Data Source={Path.Combine(folder, "pooled.db")}",
        });
    }
}
