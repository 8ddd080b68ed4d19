using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Npgsql;

namespace DocFlow.Office.Tests;

/// <summary>The schema as SQL, as a database administrator runs it.</summary>
public sealed class DatabaseScriptTests(PostgreSqlServer server)
{
    [Fact]
    public void The_script_for_SQL_Server_parses_without_an_error()
    {
        var text = DatabaseScript.Create(DatabaseProvider.SqlServer);
        using var script = new StringReader(text);

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(script, out var errors);

        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
        foreach (var table in new[] { "Documents", "Seats", "OutboxMessages", "IssuedNumbers", "OfficeEvents", "WorkflowInstances" })
            Assert.Contains($"CREATE TABLE [{table}]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_for_PostgreSQL_runs_twice_and_leaves_no_migration_open()
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        var connection = (await server.CreateAsync(""))["ConnectionStrings:DocFlow"]!;
        await using (var database = new NpgsqlConnection(connection))
        {
            await database.OpenAsync();
            for (var run = 0; run < 2; run++)
            {
                await using var command = new NpgsqlCommand(DatabaseScript.Create(DatabaseProvider.PostgreSql), database);
                await command.ExecuteNonQueryAsync();
            }
        }

        using var signal = new OutboxSignal();
        await using var context = new PostgreSqlDocFlowDbContext(new DbContextOptionsBuilder<PostgreSqlDocFlowDbContext>().UseNpgsql(connection).Options, signal);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(1, await context.ChainHeads.CountAsync());
    }

    [Fact]
    public async Task The_script_for_SQLite_makes_an_empty_database_whole()
    {
        await using var database = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync();
        await using (var command = database.CreateCommand())
        {
            command.CommandText = DatabaseScript.Create(DatabaseProvider.Sqlite);
            await command.ExecuteNonQueryAsync();
        }

        using var signal = new OutboxSignal();
        using var gate = new SqliteWriteGate();
        await using var context = new SqliteDocFlowDbContext(new DbContextOptionsBuilder<SqliteDocFlowDbContext>().UseSqlite(database).Options, signal, gate);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(1, await context.ChainHeads.CountAsync());
    }
}
