using DocFlow.Persistence.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Saves that share a transaction: each whole or not at all, whoever else saves at the same time.</summary>
public sealed class SqliteGroupCommitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-commits-").FullName;
    private readonly SqliteWriteGate _gate = new();

    public SqliteGroupCommitTests() => Execute("PRAGMA journal_mode=WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");

    [Fact]
    public async Task A_save_that_is_alone_and_refused_leaves_nothing()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(Insert(1, "甲"), Insert(2, "甲")));
        Assert.Empty(Names());

        await SaveAsync(Insert(1, "甲"));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(Rename(1, "乙"), Rename(7, "丙")));
        Assert.Equal(["甲"], Names());
    }

    [Fact]
    public async Task A_save_that_is_refused_takes_nothing_with_it()
    {
        // The gate is held until all are waiting, so that they come into one transaction.
        await _gate.Semaphore.WaitAsync(TestContext.Current.CancellationToken);
        Task[] saves = [.. Enumerable.Range(0, 9).Select(number => SaveAsync(Insert(number, $"{number}"), Insert(100 + number, number == 4 ? "0" : $"又{number}")))];
        _gate.Semaphore.Release();

        await Assert.ThrowsAsync<DbUpdateException>(() => saves[4]);
        await Task.WhenAll(saves.Where((_, number) => number != 4));
        Assert.Equal(16, Names().Count);
        Assert.DoesNotContain("4", Names());
    }

    public void Dispose()
    {
        _gate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static RowStatement Insert(int id, string name) => new("INSERT INTO t (id, name) VALUES ($0, $1)", [id, name]);

    private static RowStatement Rename(int id, string name) => new("UPDATE t SET name = $1 WHERE id = $0", [id, name]);

    private Task SaveAsync(params RowStatement[] rows) => _gate.Commits.SaveAsync(Database, rows, TestContext.Current.CancellationToken);

    private string Database => $"Data Source={Path.Combine(_folder, "commits.db")};Pooling=False";

    private List<string> Names()
    {
        using var connection = new SqliteConnection(Database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM t";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection(Database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
