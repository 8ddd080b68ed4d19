using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Host.Tests;

/// <summary>What will happen next, through the real engine and its stored definition.</summary>
public sealed class OutlookTests
{
    [Theory]
    [InlineData("JavaScript", "true", "主任审核", "郑立群")]
    [InlineData("JavaScript", "getCorrelationId().length === 0", "办公室核稿", "周亦凡")]
    [InlineData("Literal", "true", "主任审核", "郑立群")]
    public async Task A_decision_that_can_be_evaluated_now_is_followed(string type, string condition, string stepName, string person)
    {
        await using var host = await StartAsync(
            new JsonObject { ["id"] = "Urgent1", ["type"] = "Elsa.FlowDecision", ["version"] = 1, ["condition"] = Expression("Boolean", type, condition) },
            ("Urgent1", "True", "DirectorReview1"), ("Urgent1", "False", "OfficeReview1"));
        var outlook = await AskAsync(host);

        var step = outlook.GetProperty("steps").EnumerateArray().Last();
        Assert.Equal(stepName, step.GetProperty("stepName").GetString());
        Assert.Equal(person, Assert.Single(step.GetProperty("people").EnumerateArray()).GetProperty("name").GetString());
        Assert.False(outlook.GetProperty("isOpen").GetBoolean());
    }

    [Fact]
    public async Task What_asks_another_system_or_waits_for_time_is_left_to_later_conditions()
    {
        await using var host = await StartAsync(
            new JsonObject { ["id"] = "Ask1", ["type"] = "Elsa.FlowSendHttpRequest", ["version"] = 1, ["url"] = Expression("Uri", "Literal", "http://127.0.0.1:9/never") },
            ("Ask1", "Done", "OfficeReview1"));

        var outlook = await AskAsync(host);

        Assert.True(outlook.GetProperty("isOpen").GetBoolean());
        Assert.Empty(outlook.GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public async Task The_running_version_is_what_is_foretold_and_asking_leaves_the_instance_as_it_is()
    {
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.DraftAsync(host);
        var before = await host.ReadAsync("linzhiyuan", $"/api/work/documents/{id}/outlook");
        Assert.Equal("何敏", before.GetProperty("steps")[0].GetProperty("people")[0].GetProperty("name").GetString());
        var draft = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        await host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = draft.GetProperty("version").GetInt32() });
        await host.SettleAsync();
        await host.DecideAsync("hemin", id, "同意");
        var seat = (await host.WaitForSeatAsync("zhouyifan", id)).GetProperty("seatId").GetString();

        for (var turn = 0; turn < 2; turn++)
        {
            var agreed = await host.ReadAsync("zhouyifan", $"/api/work/seats/{seat}/outlook?outcome=同意");
            Assert.Equal(["白桦", "石磊", "江月"], agreed.GetProperty("steps")[0].GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
            var returned = await host.ReadAsync("zhouyifan", $"/api/work/seats/{seat}/outlook?outcome=退回");
            Assert.Equal("林知远", returned.GetProperty("steps")[0].GetProperty("people")[0].GetProperty("name").GetString());
        }

        await host.DecideAsync("zhouyifan", id, "同意");
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await host.WaitForSeatAsync(login, id);
    }

    private static async Task<JsonElement> AskAsync(OfficeHost host)
    {
        var id = await Notice.StartAsync(host);
        var seat = (await host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        return await host.ReadAsync("hemin", $"/api/work/seats/{seat}/outlook?outcome=同意");
    }

    // 科室审核 leads to the activity in place of 办公室核稿.
    private static async Task<OfficeHost> StartAsync(JsonObject activity, params (string Source, string Port, string Target)[] arrows)
    {
        var host = await OfficeHost.StartAsync();
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(host.WorkflowFile))!;
        var root = definition["root"]!;
        root["activities"]!.AsArray().Add(activity);
        var connections = root["connections"]!.AsArray();
        connections.Single(connection => connection!["source"]!["activity"]!.GetValue<string>() == "SectionReview1" && connection["source"]!["port"]!.GetValue<string>() == "同意")!["target"]!["activity"] = activity["id"]!.GetValue<string>();
        foreach (var (source, port, target) in arrows)
            connections.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" } });
        await File.WriteAllTextAsync(host.WorkflowFile, definition.ToJsonString());
        await host.RestartAsync();
        return host;
    }

    private static JsonObject Expression(string typeName, string type, string value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
