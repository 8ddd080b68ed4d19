using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests;

/// <summary>Going back through the real engine, and the other acts over HTTP.</summary>
public sealed class WayBackTests(SharedHost shared)
{
    private readonly OfficeHost _host = shared.Host;

    [Fact]
    public async Task A_return_to_an_earlier_step_and_straight_back_runs_through_the_engine()
    {
        var id = await Notice.StartAsync(_host);
        await _host.DecideAsync("hemin", id, "同意");
        await _host.DecideAsync("zhouyifan", id, "同意");
        var seat = (await _host.WaitForSeatAsync("zhengliqun", id)).GetProperty("seatId").GetString();
        var act = (await _host.ReadAsync("zhengliqun", $"/api/documents/{id}")).GetProperty("acts")[0];
        var section = act.GetProperty("returnChoices").EnumerateArray().Single(choice => choice.GetProperty("stepName").GetString() == "科室审核").GetProperty("nodeId").GetString();

        await _host.PostAsync("zhengliqun", $"/api/work/seats/{seat}/outcome", new { outcome = "退回", opinion = "请再核。", returnTo = section, straightBack = true });
        await _host.SettleAsync();

        await _host.DecideAsync("hemin", id, "同意");
        await _host.WaitForSeatAsync("zhengliqun", id);
        var trace = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray()
            .Where(row => row.GetProperty("act").GetString() == "略过").Select(row => row.GetProperty("opinion").GetString()).ToList();
        Assert.Contains("退回到“科室审核”，略过本环节", trace);
        Assert.Contains("退回时选择直送，略过本环节，直送“主任审核”", trace);
    }

    [Fact]
    public async Task The_drafter_takes_a_document_back_through_the_engine_until_it_was_opened()
    {
        var id = await Notice.StartAsync(_host);
        await _host.WaitForSeatAsync("hemin", id);

        await _host.PostAsync("linzhiyuan", $"/api/work/documents/{id}/take-back", new { reason = "有一处要改。" });
        await _host.SettleAsync();
        await _host.DecideAsync("linzhiyuan", id, "送审");
        await _host.WaitForSeatAsync("hemin", id);
        await _host.ReadAsync("hemin", $"/api/documents/{id}");

        using var late = await _host.As("linzhiyuan").PostAsJsonAsync($"/api/work/documents/{id}/take-back", new { });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("何敏已打开", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_before_urging_and_delegating_are_served()
    {
        var id = await Notice.StartAsync(_host);
        var seat = (await _host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        var people = (await _host.ReadAsync("hemin", "/api/work/people")).EnumerateArray().ToDictionary(person => person.GetProperty("name").GetString()!, person => person.GetProperty("id").GetString());

        await _host.PostAsync("hemin", $"/api/work/seats/{seat}/add", new { personId = people["梁书"], reason = "涉及口径。", place = "Before" });
        var urged = await _host.PostAsync("linzhiyuan", $"/api/work/documents/{id}/urge", new { text = "请今日办理。" });
        var delegation = await _host.PostAsync("tangning", "/api/work/delegations", new { toPersonId = people["丁一"], from = "2099-01-01T09:00:00+08:00", to = "2099-01-05T18:00:00+08:00", reason = "外出学习。" });
        await _host.PostAsync("tangning", $"/api/work/delegations/{delegation.GetProperty("id").GetString()}/revoke", new { });

        Assert.Equal(["何敏", "梁书"], urged.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(JsonValueKind.Array, (await _host.ReadAsync("dingyi", "/api/work/delegations")).ValueKind);
    }
}
