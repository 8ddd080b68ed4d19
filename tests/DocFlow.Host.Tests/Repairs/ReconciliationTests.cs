using System.Net;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests.Repairs;

/// <summary>待办与流程核对: each inconsistency is named, and abuse makes none.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private OfficeHost _host = null!;

    private static bool IsFull => Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1";

    public async ValueTask InitializeAsync() => _host = await OfficeHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_is_planted_in_the_database_is_named_alarmed_and_mended()
    {
        var (sound, lost, unasked) = (await Notice.StartAsync(_host), await Notice.StartAsync(_host), await Notice.StartAsync(_host));
        foreach (var id in new[] { sound, lost, unasked })
            await _host.WaitForSeatAsync("hemin", id);
        Assert.Empty(await FoundAsync());
        await InDatabaseAsync(async database =>
        {
            var instance = await database.Documents.Where(row => row.Id == lost).Select(row => row.InstanceId).SingleAsync();
            await database.Set<BookmarkRow>().Where(row => row.InstanceId == instance).ExecuteDeleteAsync();
            await database.Seats.Where(seat => seat.WorkItem!.DocumentId == unasked).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.State, SeatState.Withdrawn));
            await database.WorkItems.Where(item => item.DocumentId == unasked).ExecuteUpdateAsync(set => set.SetProperty(item => item.ClosedAt, item => item.OpenedAt));
        });

        Assert.Equal([("待办没有对应的流程等待点", lost), ("流程在等待，却没有对应的待办", unasked)], await FoundAsync());
        Assert.Equal(2, (await FoundAsync()).Count);
        var notices = (await _host.ReadAsync("luoyu", "/api/notices")).GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("kind").GetString() == "System");
        Assert.Contains("核对不一致，共2处", Assert.Single(notices).GetProperty("text").GetString(), StringComparison.Ordinal);
        var health = await _host.ReadAsync("sysadmin", "/health/detail");
        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Contains("流程在等待，却没有对应的待办", health.GetProperty("checks").ToString(), StringComparison.Ordinal);
        using (var ready = await _host.Anyone().GetAsync("/health/ready"))
            Assert.Equal((HttpStatusCode.OK, "Healthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));

        foreach (var id in new[] { lost, unasked })
        {
            var node = (await _host.ReadAsync("sysadmin", $"/api/repairs/documents/{id}")).GetProperty("steps").EnumerateArray().Single(row => row.GetProperty("stepName").GetString() == "科室审核").GetProperty("nodeId").GetString();
            await _host.PostAsync("sysadmin", $"/api/repairs/documents/{id}/jump", new { nodeId = node, reason = "核对不一致，重新等待。" });
        }

        await _host.SettleAsync();
        Assert.Empty(await FoundAsync());
        await _host.DecideAsync("hemin", lost, "同意");
        await _host.DecideAsync("hemin", unasked, "同意");
        Assert.Equal("Healthy", (await _host.ReadAsync("sysadmin", "/health/detail")).GetProperty("status").GetString());
    }

    [Fact]
    [Trait("Journey", "J27")]
    public async Task Numbers_at_once_double_clicks_and_a_rush_of_tasks_leave_it_empty()
    {
        var (numbers, clicks, tasks) = IsFull ? (50, 200, 200) : (4, 60, 12);
        var ids = new List<string>();
        for (var count = 0; count < Math.Max(numbers, tasks); count++)
            ids.Add(await Notice.StartAsync(_host));

        // A rush: everybody's decisions within moments.
        var seats = await Task.WhenAll(ids.Take(tasks).Select(async id => (await _host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString()!));
        await Task.WhenAll(seats.Select(seat => _host.PostAsync("hemin", $"/api/work/seats/{seat}/outcome", new { outcome = "同意" })));
        await _host.SettleAsync();
        Assert.Empty(await FoundAsync());

        // One seat, pressed many times.
        var pressed = (await _host.WaitForSeatAsync("zhouyifan", ids[0])).GetProperty("seatId").GetString();
        var answers = await Task.WhenAll(Enumerable.Range(0, clicks).Select(_ => _host.PostAsync("zhouyifan", $"/api/work/seats/{pressed}/outcome", new { outcome = "同意" })));
        Assert.Single(answers, answer => !answer.GetProperty("wasRecordedBefore").GetBoolean());
        await _host.SettleAsync();

        foreach (var id in ids.Take(numbers))
        {
            foreach (var (login, outcome) in new[] { ("zhouyifan", "同意"), ("baihua", "同意"), ("shilei", "同意"), ("jiangyue", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"), ("luming", "签发"), ("suxiao", "通过") })
            {
                if (id != ids[0] || login != "zhouyifan")
                    await _host.DecideAsync(login, id, outcome);
            }
        }

        var last = await Task.WhenAll(ids.Take(numbers).Select(async id => (await _host.WaitForSeatAsync("suxiao", id)).GetProperty("seatId").GetString()!));
        await Task.WhenAll(last.Select(seat => _host.PostAsync("suxiao", $"/api/work/seats/{seat}/outcome", new { outcome = "编号" })));
        await _host.SettleAsync();
        var given = await InDatabaseAsync(database => database.IssuedNumbers.OrderBy(row => row.Number).Select(row => row.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(37, numbers), given);
        Assert.Empty(await FoundAsync());
    }

    private async Task<List<(string Kind, string DocumentId)>> FoundAsync() => [.. (await _host.ReadAsync("sysadmin", "/api/repairs/reconciliation")).GetProperty("found").EnumerateArray()
        .Select(row => (row.GetProperty("kind").GetString()!, row.GetProperty("documentId").GetString()!))];

    private async Task<T> InDatabaseAsync<T>(Func<DocFlowDbContext, Task<T>> act)
    {
        await using var scope = _host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DocFlowDbContext>());
    }

    private Task InDatabaseAsync(Func<DocFlowDbContext, Task> act) => InDatabaseAsync(async database =>
    {
        await act(database);
        return true;
    });
}
