using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>Our engine beside recordings of a real Elsa 3.8 server: status, lines written, incidents and open bookmarks.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Ids() => new(OracleCase.All.Where(item => item.Skipped is null).Select(item => item.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Engine_does_what_the_real_server_did(string id)
    {
        var item = OracleCase.All.Single(item => item.Id == id);
        var bench = new WorkflowBench(item.Definition.GetRawText());
        var start = item.Case.GetProperty("start");
        await bench.StartAsync(Input(start), start.TryGetProperty("correlationId", out var correlation) ? correlation.GetString() : null);
        foreach (var step in item.Steps)
            await PlayAsync(bench, step);

        var expected = item.Expected.GetProperty("instances")[0];
        Assert.Equal(expected.GetProperty("lines").EnumerateArray().Select(line => line.GetString()), bench.Lines);
        Assert.Equal(expected.GetProperty("subStatus").GetString(), bench.State.SubStatus.ToString());
        Assert.Equal(expected.GetProperty("status").GetString(), bench.State.Status.ToString());
        Assert.Equal(
            expected.GetProperty("incidents").EnumerateArray().Select(incident => incident.GetProperty("activityId").GetString()).Order(),
            bench.State.Incidents.Select(incident => incident.ActivityId).Order());
        Assert.Equal(expected.GetProperty("bookmarks").GetArrayLength(), bench.State.Bookmarks.Count);
        Assert.Equal(expected.GetProperty("output").EnumerateObject().Select(value => $"{value.Name}={JsonSerializer.Serialize(value.Value)}"), bench.State.Output.Select(value => $"{value.Key}={value.Value?.ToJsonString()}"));
    }

    [Fact]
    public void Cases_that_are_not_played_are_counted()
    {
        var skipped = OracleCase.All.Where(item => item.Skipped is not null).ToList();
        foreach (var item in skipped)
            output.WriteLine($"{item.Id}: {item.Skipped}");

        Assert.True(OracleCase.All.Count - skipped.Count >= 25, $"only {OracleCase.All.Count - skipped.Count} of {OracleCase.All.Count} are played");
    }

    private static async Task PlayAsync(WorkflowBench bench, JsonElement step)
    {
        switch (step.GetProperty("kind").GetString())
        {
            case "complete-task":
                var task = bench.State.Bookmarks
                    .Where(bookmark => bookmark.Name == RunTask.BookmarkName && bookmark.NodeId.EndsWith(":" + step.GetProperty("activity").GetString(), StringComparison.Ordinal))
                    .ElementAtOrDefault(step.TryGetProperty("index", out var index) ? index.GetInt32() : 0);
                if (task is not null && !step.TryGetProperty("again", out _) && !step.TryGetProperty("unknown", out _))
                    await bench.ResumeAsync(task, "RunTaskInput", Value(step, "result"));
                break;
            case "trigger-event":
                var hash = BookmarkHash.Of(Event.BookmarkName, new EventStimulus(step.GetProperty("event").GetString()!));
                if (bench.State.Bookmarks.FirstOrDefault(bookmark => bookmark.Hash == hash) is { } waiting)
                    await bench.ResumeAsync(waiting, "Payload", Value(step, "input"));
                break;
            default:
                await DrainAsync(bench, step);
                break;
        }
    }

    private static async Task DrainAsync(WorkflowBench bench, JsonElement step)
    {
        var most = step.TryGetProperty("max", out var limit) ? limit.GetInt32() : 50;
        for (var turn = 0; turn < most && bench.State.Bookmarks.Count > 0; turn++)
        {
            var waiting = bench.State.Bookmarks.OrderBy(bookmark => bookmark.NodeId.Split(':')[^1], StringComparer.Ordinal).ToList();
            Bookmark chosen = (step.TryGetProperty("order", out var order) ? order.GetString() : "first") switch
            {
                "last" => waiting[^1],
                "middle" => waiting[waiting.Count / 2],
                _ => waiting[0],
            };
            await bench.ResumeAsync(chosen, chosen.Name == RunTask.BookmarkName ? "RunTaskInput" : "Payload", null);
        }
    }

    private static Dictionary<string, object?> Input(JsonElement start) =>
        start.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object
            ? input.EnumerateObject().ToDictionary(property => property.Name, property => ValueConversion.FromNode(System.Text.Json.Nodes.JsonNode.Parse(property.Value.GetRawText())))
            : [];

    private static object? Value(JsonElement step, string name) =>
        step.TryGetProperty(name, out var value) ? ValueConversion.FromNode(System.Text.Json.Nodes.JsonNode.Parse(value.GetRawText())) : null;
}
