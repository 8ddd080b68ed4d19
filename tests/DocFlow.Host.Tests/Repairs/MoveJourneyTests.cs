using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Host.Tests.Repairs;

/// <summary>A jump and J25 through the real engine.</summary>
public sealed class MoveJourneyTests : IAsyncLifetime
{
    private const string Added = "综合科审核";

    private readonly CapturedLog _log = new();
    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await OfficeHost.StartAsync(_log.Choice);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_jump_runs_through_the_engine_forward_and_back()
    {
        var id = await Notice.StartAsync(_host);
        await _host.WaitForSeatAsync("hemin", id);
        using (var refused = await _host.As("luoyu").PostAsJsonAsync($"/api/repairs/documents/{id}/jump", new { nodeId = "x", reason = "试试。" }))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await JumpAsync(id, "会签");
        await _host.DecideAsync("baihua", id, "退回", "请再改。");
        await _host.DecideAsync("linzhiyuan", id, "送审");
        await _host.DecideAsync("hemin", id, "同意");
        await JumpAsync(id, "科室审核");
        await _host.DecideAsync("hemin", id, "同意");
        await _host.WaitForSeatAsync("zhouyifan", id);
        var acts = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("trace").EnumerateArray().Where(row => row.GetProperty("act").GetString() == "移动环节")
            .Select(row => row.GetProperty("opinion").GetString());
        Assert.Equal(["由“科室审核”移到“会签”：流程走错了。", "由“办公室核稿”移到“科室审核”：流程走错了。"], acts);
        Assert.Empty((await _host.ReadAsync("sysadmin", "/api/repairs/reconciliation")).GetProperty("found").EnumerateArray());
    }

    [Fact]
    [Trait("Journey", "J25")]
    public async Task Of_five_running_documents_one_goes_on_with_the_next_version_and_the_others_stay()
    {
        await _log.WaitForAsync("policy-document.json", "已发布为第1版");
        var ids = new List<string>();
        for (var count = 0; count < 5; count++)
            ids.Add(await Notice.StartAsync(_host));
        foreach (var id in ids)
            await _host.DecideAsync("hemin", id, "同意", $"意见{ids.IndexOf(id)}。");
        await PublishNextAsync();
        var seat = (await _host.WaitForSeatAsync("zhouyifan", ids[0])).GetProperty("seatId").GetString();

        var plan = await _host.ReadAsync("luoyu", $"/api/repairs/documents/{ids[0]}/move?version=2");
        Assert.Equal((1, 2, "办公室核稿", true), (plan.GetProperty("fromVersion").GetInt32(), plan.GetProperty("toVersion").GetInt32(), plan.GetProperty("to").GetString(), plan.GetProperty("isKept").GetBoolean()));
        Assert.Equal([("拟稿", 0), ("科室审核", 1), ("办公室核稿", 0)], plan.GetProperty("mapped").EnumerateArray().Select(step => (step.GetProperty("newName").GetString()!, step.GetProperty("opinions").GetInt32())).Prepend(("拟稿", 0)).DistinctBy(step => step.Item1));
        Assert.Equal([Added], plan.GetProperty("addedSteps").EnumerateArray().Select(step => step.GetString()));
        Assert.Equal(["周亦凡"], plan.GetProperty("keptSeats").EnumerateArray().Select(name => name.GetString()));
        Assert.True(plan.GetProperty("keptDeadlines").GetArrayLength() > 0);
        Assert.Equal(1, await VersionOfAsync(ids[0]));

        await _host.PostAsync("luoyu", $"/api/repairs/documents/{ids[0]}/move", new { version = 2, reason = "须经综合科。" });
        await _host.SettleAsync();
        Assert.Equal(2, await VersionOfAsync(ids[0]));
        Assert.Equal(seat, (await _host.WaitForSeatAsync("zhouyifan", ids[0])).GetProperty("seatId").GetString());
        Assert.Contains("意见0。", (await _host.ReadAsync("linzhiyuan", $"/api/documents/{ids[0]}")).GetProperty("trace").ToString(), StringComparison.Ordinal);

        // Rolling back what is published touches nothing that runs.
        using (var key = _host.WithKey())
        {
            using var reverted = await key.PostAsync("/elsa/api/workflow-definitions/policy-document/revert/1", null);
            Assert.True(reverted.IsSuccessStatusCode, await reverted.Content.ReadAsStringAsync());
            using var published = await key.PostAsJsonAsync("/elsa/api/workflow-definitions/policy-document/publish", new { });
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        }

        Assert.Equal("2 1 1 1 1", string.Join(' ', await Task.WhenAll(ids.Select(VersionOfAsync))));
        await _host.DecideAsync("zhouyifan", ids[0], "同意");
        await _host.DecideAsync("luoyu", ids[0], "退回", "请统一口径。");
        await _host.DecideAsync("linzhiyuan", ids[0], "送审");
        await _host.DecideAsync("hemin", ids[0], "同意");
        await _host.DecideAsync("zhouyifan", ids[0], "同意");
        await _host.DecideAsync("luoyu", ids[0], "同意");
        await _host.WaitForSeatAsync("baihua", ids[0]);
        await _host.DecideAsync("zhouyifan", ids[1], "同意");
        await _host.WaitForSeatAsync("baihua", ids[1]);
        Assert.Equal("2 1 1 1 1", string.Join(' ', await Task.WhenAll(ids.Select(VersionOfAsync))));
        Assert.Empty((await _host.ReadAsync("sysadmin", "/api/repairs/reconciliation")).GetProperty("found").EnumerateArray());
        using var chart = _host.WithKey();
        var journal = await chart.GetStringAsync($"/elsa/api/workflow-instances/{await InstanceOfAsync(ids[0])}/journal");
        Assert.Contains("OfficeReview2", journal, StringComparison.Ordinal);
    }

    private async Task JumpAsync(string id, string step)
    {
        var node = (await _host.ReadAsync("sysadmin", $"/api/repairs/documents/{id}")).GetProperty("steps").EnumerateArray().Single(row => row.GetProperty("stepName").GetString() == step).GetProperty("nodeId").GetString();
        await _host.PostAsync("sysadmin", $"/api/repairs/documents/{id}/jump", new { nodeId = node, reason = "流程走错了。" });
        await _host.SettleAsync();
    }

    private async Task<int> VersionOfAsync(string id) => (await _host.ReadAsync("luoyu", $"/api/repairs/documents/{id}")).GetProperty("version").GetInt32();

    private async Task<string?> InstanceOfAsync(string id) => (await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("instanceId").GetString();

    // Another review after 办公室核稿.
    private async Task PublishNextAsync()
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(_host.WorkflowFile))!;
        var (activities, connections) = (json["root"]!["activities"]!.AsArray(), json["root"]!["connections"]!.AsArray());
        var step = activities.Single(activity => (string?)activity!["id"] == "OfficeReview1")!.DeepClone();
        (step["id"], step["name"], step["stepName"]!["expression"]!["value"], step["post"]!["expression"]!["value"]) = ("OfficeReview2", Added, Added, "综合科/科员");
        activities.Add(step);
        var onward = connections.Single(connection => (string?)connection!["source"]!["activity"] == "OfficeReview1" && (string?)connection["source"]!["port"] == "同意")!;
        onward["target"]!["activity"] = "OfficeReview2";
        foreach (var (port, target) in new[] { ("同意", "Countersign1"), ("退回", "Draft1") })
            connections.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "OfficeReview2", ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" } });
        var aside = Path.Combine(_host.Folder, "policy-document.json");
        await File.WriteAllTextAsync(aside, json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        File.Move(aside, _host.WorkflowFile, overwrite: true);
        await _log.WaitForAsync("policy-document.json", "已发布为第2版");
    }
}
