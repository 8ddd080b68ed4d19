using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Oracle;

/// <summary>
/// Cases that a real server was recorded with, played over HTTP: from the saved JSON through the store to what viewers are told. All
/// cases run against the engine itself in its own tests; here is a fixed sample of those that are started and then told of their tasks.
/// </summary>
public sealed class OracleOverHttpTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Run = "@RUN@";
    private const int MostLooks = 400;

    // Every fourth of the cases that need nothing but starting and completing tasks.
    private const int Stride = 4;

    // Published all the same: what can't be reached is told as a warning, and a wrong way back faults when it is taken.
    private static readonly string[] Doubtful = ["f-back-invalid", "f-dangling"];

    private static readonly JsonObject Cases = Read("cases.json");
    private static readonly JsonObject Expected = Read("expected.json");

    public static TheoryData<string> Sample() => new(Cases["cases"]!.AsArray().Where(IsPlain).Select(item => (string)item!["id"]!).Where((_, index) => index % Stride == 0).Union(Doubtful));

    [Theory]
    [MemberData(nameof(Sample))]
    public async Task The_host_does_what_the_real_server_did(string id)
    {
        var run = $"zq{Guid.NewGuid():N}"[..10];
        var spec = JsonNode.Parse(Cases["cases"]!.AsArray().Single(item => (string?)item!["id"] == id)!.ToJsonString().Replace(Run, run, StringComparison.Ordinal))!;
        var expected = Expected["results"]!.AsArray().Single(item => (string?)item!["id"] == id)!;
        using var client = host.WithKey();
        foreach (var definition in spec["definitions"]!.AsArray())
            await PostAsync(client, "/workflow-definitions", new JsonObject { ["model"] = definition!.DeepClone(), ["publish"] = true });
        var start = spec["start"]!.DeepClone().AsObject();
        var definitionId = (string)start["definitionId"]!;
        start.Remove("definitionId");
        var (status, headers) = await PostAsync(client, $"/workflow-definitions/{definitionId}/execute", start);
        Assert.Equal((int)expected["starts"]![0]!["http"]!, status);
        var instance = headers.GetValues("x-elsa-workflow-instance-id").Single();
        foreach (var step in spec["steps"]?.AsArray() ?? [])
            await CompleteAsync(client, instance, step!);

        var record = (await RecordAsync(client, instance, expected["instances"]![0]!)).ToJsonString().Replace(run, Run, StringComparison.Ordinal);

        Assert.Equal(Known(expected["instances"]![0]!).ToJsonString(), record);
    }

    private static bool IsPlain(JsonNode? item) =>
        ((string?)item!["mode"] ?? "counter") == "counter" && item["family"] is null && item["start"] is JsonObject && item["definitions"]!.AsArray().All(definition => definition!["$publish"] is null)
        && (item["steps"]?.AsArray() ?? []).All(step => (string?)step!["kind"] == "complete-task" && step["noChange"] is null && step["again"] is null && step["unknown"] is null && step["index"] is null);

    // What is compared, in one order.
    private static JsonObject Known(JsonNode instance) => new()
    {
        ["status"] = instance["status"]!.DeepClone(), ["subStatus"] = instance["subStatus"]!.DeepClone(), ["lines"] = instance["lines"]!.DeepClone(), ["journal"] = instance["journal"]!.DeepClone(),
    };

    private static async Task<JsonObject> RecordAsync(HttpClient client, string instance, JsonNode expected)
    {
        // Delays end in the background.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var look = 0; look < MostLooks && (string?)(await GetAsync(client, $"/workflow-instances/{instance}"))["subStatus"] != (string?)expected["subStatus"]; look++)
            await pace.WaitForNextTickAsync();
        var state = await GetAsync(client, $"/workflow-instances/{instance}");
        var journal = (await GetAsync(client, $"/workflow-instances/{instance}/journal"))["items"]!.AsArray();
        var executions = (await GetAsync(client, $"/activity-executions/list?workflowInstanceId={instance}"))["items"]!.AsArray().ToDictionary(item => (string)item!["id"]!, item => item!);
        var lines = journal.Where(entry => (string?)entry!["activityType"] == "Elsa.WriteLine" && (string?)entry["eventName"] == "Completed")
            .Select(entry => executions[(string)entry!["activityInstanceId"]!]["activityState"]?["Text"]?.DeepClone());
        return Known(new JsonObject
        {
            ["status"] = state["status"]!.DeepClone(),
            ["subStatus"] = state["subStatus"]!.DeepClone(),
            ["lines"] = new JsonArray([.. lines]),
            ["journal"] = new JsonArray([.. journal.Select(entry => new JsonArray(entry!["eventName"]!.DeepClone(), entry["activityId"]!.DeepClone()))]),
        });
    }

    private static async Task CompleteAsync(HttpClient client, string instance, JsonNode step)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var look = 0; look < MostLooks; look++)
        {
            var bookmarks = (await GetAsync(client, $"/workflow-instances/{instance}"))["workflowState"]!["bookmarks"]!.AsArray();
            var task = bookmarks.Where(bookmark => bookmark!["payload"]?["taskId"] is not null && (step["activity"] is null || (string?)bookmark["activityId"] == (string?)step["activity"]))
                .OrderBy(bookmark => (string?)bookmark!["activityId"], StringComparer.Ordinal).FirstOrDefault();
            if (task is not null)
            {
                var taskId = (string)task["payload"]!["taskId"]!;
                await PostAsync(client, $"/tasks/{taskId}/complete", new JsonObject { ["result"] = step["result"]?.DeepClone() });
                await GoneAsync(client, instance, taskId, pace);
                return;
            }

            await pace.WaitForNextTickAsync();
        }

        Assert.Fail($"No task waits at {step["activity"]}.");
    }

    private static async Task GoneAsync(HttpClient client, string instance, string taskId, PeriodicTimer pace)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var state = await GetAsync(client, $"/workflow-instances/{instance}");
            if (state["workflowState"]!["bookmarks"]!.AsArray().All(bookmark => (string?)bookmark!["payload"]?["taskId"] != taskId) || (string?)state["subStatus"] == "Faulted")
                return;
            await pace.WaitForNextTickAsync();
        }
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(ElsaApi.Root + path))!;

    private static async Task<(int Status, System.Net.Http.Headers.HttpResponseHeaders Headers)> PostAsync(HttpClient client, string path, JsonNode body)
    {
        using var response = await client.PostAsync(ElsaApi.Root + path, new StringContent(body.ToJsonString()));
        return ((int)response.StatusCode, response.Headers);
    }

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracle", name)))!.AsObject();
}
