using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DocFlow.Host.Tests.Killing;

/// <summary>The process dies at any moment, again and again; the document is issued once, with every act once.</summary>
[Trait("Procedure", "policy-document")]
[Trait("Journey", "J27")]
public sealed class KillTests
{
    private const int Seed = 20261125;
    private const int Kills = 5;
    private const int MostDelay = 250;
    private const int MostMilliseconds = 300_000;

    private static readonly (string Login, string Outcome)[] Acts =
    [
        ("hemin", "同意"), ("zhouyifan", "同意"), ("baihua", "同意"), ("shilei", "同意"), ("jiangyue", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"),
        ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发"),
    ];

    [Fact(Timeout = MostMilliseconds)]
    public async Task A_document_survives_a_host_that_is_killed_at_random_moments()
    {
        var random = new Random(Seed);
        // The last three acts number, seal and distribute: each meets a kill; the others by lot.
        var killed = Enumerable.Range(0, Acts.Length - 3).OrderBy(_ => random.Next()).Take(Kills - 4).Concat([9, 10, 11]).ToHashSet();
        await using var host = await ChildHost.StartAsync(TestContext.Current.CancellationToken);
        var units = (await host.ReadAsync("linzhiyuan", "/api/work/cosigning-units")).EnumerateArray()
            .Where(unit => unit.GetProperty("name").GetString() is "市委组织部" or "市财政局" or "市行政审批局").Select(unit => unit.GetProperty("id").GetString()).ToList();
        var id = await CreateAsync(host, units, TimeSpan.FromMilliseconds(random.Next(MostDelay)));
        var version = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("version").GetInt32();
        await PressAsync(host, "linzhiyuan", $"/api/documents/{id}/start", new { version }, null);
        for (var index = 0; index < Acts.Length; index++)
        {
            var (login, outcome) = Acts[index];
            var seat = await SeatAsync(host, login, id);
            var delay = killed.Contains(index) ? TimeSpan.FromMilliseconds(random.Next(MostDelay)) : (TimeSpan?)null;
            await PressAsync(host, login, $"/api/work/seats/{seat}/outcome", new { outcome }, delay);
        }

        await UntilAsync(async () => (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("state").GetString() == "Archived");
        await PressAsync(host, "xiahe", $"/api/documents/{id}/receive", new { }, null);

        Assert.Equal(Kills - 1, killed.Count);
        Assert.True((await host.ReadAsync("api", "/api/system/events/verify")).GetProperty("isWhole").GetBoolean());
        AssertOnce(host.Database, id);
    }

    [Fact(Timeout = MostMilliseconds)]
    public async Task A_decision_that_was_committed_but_not_delivered_when_the_host_was_killed_goes_on_after_the_restart()
    {
        await using var host = await ChildHost.StartAsync(TestContext.Current.CancellationToken);
        var id = await CreateAsync(host, [], null);
        var version = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("version").GetInt32();
        await PressAsync(host, "linzhiyuan", $"/api/documents/{id}/start", new { version }, null);
        var seat = await SeatAsync(host, "hemin", id);

        // Every new message looks claimed, as if a dispatcher had just taken it: it stays undelivered however fast the host is.
        Change(host.Database, "CREATE TRIGGER Hold AFTER INSERT ON OutboxMessages BEGIN UPDATE OutboxMessages SET LeaseUntil = '9999-01-01 00:00:00' WHERE Id = NEW.Id; END");
        await PressAsync(host, "hemin", $"/api/work/seats/{seat}/outcome", new { outcome = "同意" }, null);
        Change(host.Database, "DROP TRIGGER Hold");
        Assert.Equal("1 1 1", Counts(host.Database));
        await host.KillAfterAsync(TimeSpan.Zero);

        await SeatAsync(host, "zhouyifan", id);
        await UntilAsync(() => Task.FromResult(Counts(host.Database) == "1 0 2"));
    }

    // Decided seats, messages that wait, work items.
    private static string Counts(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Ask(connection, """
            SELECT (SELECT COUNT(*) FROM Seats WHERE State = 'Decided') || ' ' || (SELECT COUNT(*) FROM OutboxMessages WHERE State = 'Waiting')
                || ' ' || (SELECT COUNT(*) FROM WorkItems)
            """);
    }

    private static void Change(string database, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Default Timeout=30");
        connection.Open();
        Ask(connection, statement);
    }

    private static void AssertOnce(string database, string id)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Assert.Equal("1", Ask(connection, "SELECT COUNT(*) FROM Documents"));
        Assert.Equal("37", Ask(connection, "SELECT GROUP_CONCAT(Number) FROM IssuedNumbers"));
        Assert.Equal("38", Ask(connection, "SELECT Next FROM NumberCounters WHERE OrganCode = '云办发' AND Year = 2026"));
        Assert.Equal("1", Ask(connection, "SELECT COUNT(*) FROM SealRecords"));
        Assert.Equal("1", Ask(connection, "SELECT COUNT(*) FROM Distributions"));
        Assert.Equal("10", Ask(connection, "SELECT COUNT(*) FROM Receipts"));
        Assert.Equal("1", Ask(connection, "SELECT COUNT(*) FROM Receipts WHERE ReceivedAt IS NOT NULL"));
        Assert.Equal("12", Ask(connection, "SELECT COUNT(*) FROM Seats WHERE State = 'Decided'"));
        Assert.Equal("12", Ask(connection, "SELECT COUNT(*) FROM Seats"));
        Assert.Equal("0", Ask(connection, "SELECT COUNT(*) FROM WorkItems WHERE ClosedAt IS NULL"));
        Assert.Equal("0", Ask(connection, "SELECT COUNT(*) FROM OutboxMessages WHERE State <> 'Done'"));
        Assert.Equal("", Ask(connection, "SELECT GROUP_CONCAT(what) FROM (SELECT Act || '/' || ActorName || '/' || COALESCE(StepName, DetailJson, '') AS what FROM OfficeEvents GROUP BY what HAVING COUNT(*) > 1)"));
        // 拟稿, 送审, twelve decisions, 签收, and what the system did: 生成送审稿, 略过 (legality review), 编号登记, 用印登记, 生成正式文件, 印发, 传阅 (its duties, to supervision), 归档.
        Assert.Equal(
            "传阅,印发,印发,同意,同意,同意,同意,同意,同意,同意,归档,拟稿,生成正式文件,生成送审稿,用印,用印登记,略过,签发,签收,编号,编号登记,送审,通过",
            string.Join(',', Ask(connection, $"SELECT GROUP_CONCAT(Act) FROM OfficeEvents WHERE DocumentId = '{id}'").Split(',').Order(StringComparer.Ordinal)));
    }

    private static string Ask(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private static async Task<string> CreateAsync(ChildHost host, List<string?> units, TimeSpan? killAfter)
    {
        var press = SendAsync();
        if (killAfter is { } delay)
            await host.KillAfterAsync(delay);
        if (await AnswerAsync(press) is not { } created)
            created = await AnswerAsync(SendAsync()) ?? throw new InvalidOperationException("The draft was not created.");
        return created.GetProperty("id").GetString()!;

        Task<HttpResponseMessage> SendAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents") { Content = JsonContent.Create(new { source = Notice.Source, cosigningUnitIds = units }) };
            request.Headers.Add("Idempotency-Key", "the-only-one");
            return host.As("linzhiyuan").SendAsync(request);
        }
    }

    private static async Task PressAsync(ChildHost host, string login, string path, object body, TimeSpan? killAfter)
    {
        var press = host.As(login).PostAsJsonAsync(path, body);
        if (killAfter is { } delay)
            await host.KillAfterAsync(delay);
        // Whether it was answered or not, the person presses again.
        await AnswerAsync(press);
        using var again = await host.As(login).PostAsJsonAsync(path, body);
        Assert.True(again.IsSuccessStatusCode, $"{login} {path}: {(int)again.StatusCode} {await again.Content.ReadAsStringAsync()}");
    }

    private static async Task<JsonElement?> AnswerAsync(Task<HttpResponseMessage> press)
    {
        try
        {
            using var response = await press;
            var text = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode && text.Length > 0 ? JsonDocument.Parse(text).RootElement : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            // The process died before it answered, or its answer was lost.
            return null;
        }
    }

    private static async Task<string> SeatAsync(ChildHost host, string login, string id)
    {
        string? seat = null;
        await UntilAsync(async () =>
        {
            var open = await host.ReadAsync(login, "/api/work/open");
            var row = open.GetProperty("rows").EnumerateArray().FirstOrDefault(row => row.GetProperty("documentId").GetString() == id);
            seat = row.ValueKind == JsonValueKind.Object ? row.GetProperty("seatId").GetString() : null;
            return seat is not null;
        });
        return seat!;
    }

    private static async Task UntilAsync(Func<Task<bool>> isThere)
    {
        const int mostLooks = 3_000;
        // The other process needs the processor more than the looking does.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var look = 0; look < mostLooks; look++)
        {
            if (await isThere())
                return;
            await pace.WaitForNextTickAsync();
        }

        throw new InvalidOperationException("What was waited for did not come.");
    }
}
