using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests;

/// <summary>The engine's state and what a burst wrote for the office are saved together, or not at all, on each database.</summary>
public abstract class EngineTransactionSuite(ITestDatabase database, string refuse, string allow, string? absent = null)
{
    [Fact]
    [Trait("Journey", "J27")]
    public async Task When_the_engines_state_cannot_be_saved_nothing_of_the_burst_is()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        var folder = Directory.CreateTempSubdirectory("docflow-db-").FullName;
        await using (var host = await OfficeHost.StartAsync(new HostChoice(Settings: await database.CreateAsync(folder), Replace: services =>
            services.Configure<DocFlow.Office.Outbox.OutboxOptions>(options => (options.MostConflicts, options.MostAttempts) = (0, 1)))))
        {
            await ExecuteAsync(host, refuse);
            var id = await Notice.StartAsync(host);
            var stuck = await host.WaitForAsync("linzhiyuan", $"/api/documents/{id}", dossier => dossier.GetProperty("problem").ValueKind == System.Text.Json.JsonValueKind.String);

            Assert.Contains("不再自动重试", stuck.GetProperty("problem").GetString(), StringComparison.Ordinal);
            Assert.Empty(stuck.GetProperty("waiting").EnumerateArray());
            Assert.Empty(stuck.GetProperty("files").EnumerateArray());
            Assert.Equal(["拟稿", "送审"], stuck.GetProperty("trace").EnumerateArray().Select(row => row.GetProperty("act").GetString()));

            await ExecuteAsync(host, allow);
            using var administrator = host.WithKey();
            var message = (await host.ReadAsync("sysadmin", "/api/system/outbox")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("documentId").GetString() == id);
            Assert.True(message.GetProperty("isGivenUp").GetBoolean());
            using var sent = await administrator.PostAsync($"/api/system/outbox/{message.GetProperty("id").GetString()}/send-again", null);
            Assert.True(sent.IsSuccessStatusCode);
            await host.WaitForSeatAsync("hemin", id);
            var dossier = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}");
            Assert.Equal(System.Text.Json.JsonValueKind.Null, dossier.GetProperty("problem").ValueKind);
            Assert.Contains(dossier.GetProperty("trace").EnumerateArray(), row => row.GetProperty("act").GetString() == "重新投递" && row.GetProperty("actorName").GetString() == "api");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task ExecuteAsync(OfficeHost host, string statements)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Database.ExecuteSqlRawAsync(statements);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteEngineTransactionTests() : EngineTransactionSuite(
    new SqliteDatabase(),
    "CREATE TRIGGER refuse BEFORE INSERT ON WorkflowInstances BEGIN SELECT RAISE(ABORT, 'refused by the test'); END",
    "DROP TRIGGER refuse");

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgreSqlEngineTransactionTests(PostgreSqlServer server) : EngineTransactionSuite(
    server,
    """
    CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused by the test'; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER refuse BEFORE INSERT ON "WorkflowInstances" EXECUTE FUNCTION refuse();
    """,
    "DROP TRIGGER refuse ON \"WorkflowInstances\"",
    server.Absent), IClassFixture<PostgreSqlServer>;
