using DocFlow.Office.Outbox;
using DocFlow.Persistence.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DocFlow.Office.Tests;

/// <summary>A database of before the lists were found by their own columns has them written when it is brought up to date.</summary>
public sealed class ListsCarryOverTests
{
    [Fact]
    public async Task What_is_there_is_given_its_order_its_state_and_its_drafters_sight()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it makes all migrations.");
        await using var database = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync();
        using var signal = new OutboxSignal();
        using var gate = new SqliteWriteGate();
        await using var context = new SqliteDocFlowDbContext(new DbContextOptionsBuilder<SqliteDocFlowDbContext>().UseSqlite(database).Options, signal, gate);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("RegistersFromTheirReaders");
        await ReadAsync(database, "PRAGMA foreign_keys = OFF");
        await AddAsync(database, "Documents", ("Id", "d"), ("DrafterId", "p"), ("ProcedureId", "policy-document"));
        await AddAsync(database, "WorkItems", ("Id", "due"), ("VisitKey", "due"), ("DueAt", "2026-11-30 09:30:00"));
        await AddAsync(database, "WorkItems", ("Id", "free"), ("VisitKey", "free"));
        await AddAsync(database, "Seats", ("Id", "s1"), ("WorkItemId", "due"));
        await AddAsync(database, "Seats", ("Id", "s2"), ("WorkItemId", "free"));
        await AddAsync(database, "CirculationSheets", ("Id", "running"), ("Key", "running"));
        await AddAsync(database, "CirculationSheets", ("Id", "over"), ("Key", "over"), ("EndedAt", "2026-11-20 09:30:00"));
        await AddAsync(database, "CirculationReaders", ("Id", "r1"), ("SheetId", "running"), ("PersonId", "a"));
        await AddAsync(database, "CirculationReaders", ("Id", "r2"), ("SheetId", "over"), ("PersonId", "a"));
        await AddAsync(database, "CirculationReaders", ("Id", "r3"), ("SheetId", "over"), ("PersonId", "b"), ("ReadAt", "2026-11-19 09:30:00"));

        await migrator.MigrateAsync();

        Assert.Equal("s1|2026-11-30 09:30:00\ns2|9999-12-31 00:00:00", await ReadAsync(database, "SELECT \"Id\" || '|' || \"DueOrder\" FROM \"Seats\" ORDER BY 1"));
        Assert.Equal("r1|Unread\nr2|Ended\nr3|Read", await ReadAsync(database, "SELECT \"Id\" || '|' || \"State\" FROM \"CirculationReaders\" ORDER BY 1"));
        Assert.Equal("p|d|d|policy-document", await ReadAsync(database, "SELECT \"ViewerId\" || '|' || \"DocumentId\" || '|' || \"SourceId\" || '|' || \"ProcedureId\" FROM \"DocumentSights\""));
    }

    // What the table demands besides doesn't matter.
    private static async Task AddAsync(SqliteConnection database, string table, params (string Column, string Value)[] values)
    {
        var columns = (await ReadAsync(database, $"SELECT name || '|' || type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND dflt_value IS NULL")).Split('\n')
            .Select(line => line.Split('|')).ToDictionary(parts => parts[0], parts => parts[1] == "INTEGER" ? "0" : $"'{table}'");
        foreach (var (column, value) in values)
            columns[column] = $"'{value}'";
        await ReadAsync(database, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Keys.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Values)})");
    }

    private static async Task<string> ReadAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
