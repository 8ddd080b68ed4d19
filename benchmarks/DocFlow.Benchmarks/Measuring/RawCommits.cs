using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace DocFlow.Benchmarks.Measuring;

/// <summary>How many commits of one row SQLite does on this disk (WAL, synchronous=FULL): no engine that keeps its promise is faster with one caller.</summary>
internal sealed class RawCommits : IDisposable
{
    private const int RowBytes = 4096;

    private readonly SqliteConnection _connection;
    private readonly string _file;

    public RawCommits()
    {
        _file = Path.Combine(Directory.CreateTempSubdirectory("docflow-benchmark-").FullName, "raw.db");
        _connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
    }

    /// <summary>Milliseconds for one commit.</summary>
    public double Measure(int commits)
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO t (text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", new string('x', RowBytes));
        var started = Stopwatch.GetTimestamp();
        for (var done = 0; done < commits; done++)
            insert.ExecuteNonQuery();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / commits;
    }

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private void Execute(string statements)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
