using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Replay;

/// <summary>What the real Studio asked in a browser, as it asked it: the answers have the parts that it got from a real server.</summary>
public sealed partial class StudioReplayTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Studio_s_calls_are_answered_with_the_parts_that_it_reads()
    {
        using var client = host.WithKey();
        var place = await StudioPlaceOf(client);
        var wrong = new List<string>();
        foreach (var call in Recording.Studio())
        {
            using var request = new HttpRequestMessage(new HttpMethod(call.Method), place.Fill(call.Path + call.QueryText()));
            if (call.RequestBody is not null)
                request.Content = new StringContent(place.Fill(call.RequestBody.ToJsonString()), Encoding.UTF8, "application/json");
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode != call.Status)
                wrong.Add($"{call.Name} {call.Method} {request.RequestUri}: {(int)response.StatusCode}, not {call.Status} {string.Concat(text.Take(200))}");
            else if (call.ResponseBody is not null)
                wrong.AddRange(Missing("$", call.ResponseBody, JsonNode.Parse(text)).Distinct().Select(part => $"{call.Name} {call.Method} {call.Path}: no {part}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Of a list the first item stands for all.
    private static IEnumerable<string> Missing(string path, JsonNode? recorded, JsonNode? given)
    {
        if (recorded is JsonObject expected && given is JsonObject actual)
            return expected.SelectMany(part => actual.ContainsKey(part.Key) ? Missing($"{path}.{part.Key}", part.Value, actual[part.Key]) : IsOfTheMoment(path, part.Key) ? [] : [$"{path}.{part.Key}"]);
        if (recorded is JsonArray { Count: > 0 } items && given is JsonArray { Count: > 0 } others)
            return Missing($"{path}[]", items[0], others[0]);
        return recorded is JsonArray && given is not JsonArray ? [$"{path} as a list"] : [];
    }

    // What an item has only in some states, and the bags.
    private static bool IsOfTheMoment(string path, string name) =>
        name is "providerName" or "toolVersion" or "finishedAt" or "completedAt" or "correlationId" or "name" or "description" or "activityName" or "value" or "category" or "message" or "payload" or "exception" or "activityState" or "outputs"
        || Bags().IsMatch(path);

    [GeneratedRegex(@"\.(properties|activityState|outputs|uiSpecifications|customProperties|metadata)(\.|$)|\.root\.")]
    private static partial Regex Bags();

    private static async Task<StudioState> StudioPlaceOf(HttpClient client)
    {
        foreach (var number in new[] { "025", "095", "113" })
        {
            var body = Recording.Of(number).RequestBody!.DeepClone();
            body["publish"] = true;
            using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(body.ToJsonString()));
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        }

        using var created = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Recording.Of("024").RequestBody!.ToJsonString()));
        var throwaway = (string)JsonNode.Parse(await created.Content.ReadAsStringAsync())!["workflowDefinition"]!["definitionId"]!;
        var kept = await StartAsync(client);
        var deleted = await StartAsync(client);
        var executions = JsonNode.Parse(await client.GetStringAsync($"{ElsaApi.Root}/activity-executions/list?workflowInstanceId={kept.Instance}&activityNodeId=Workflow1:Flowchart1"))!["items"]!.AsArray();
        return new StudioState(kept.Instance, deleted.Instance, kept.Version, (string)executions[0]!["id"]!, throwaway);
    }

    private static async Task<(string Instance, string Version)> StartAsync(HttpClient client)
    {
        using var started = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions/peer-big/execute", new StringContent("""{"input":{"Amount":10},"correlationId":"c"}"""));
        var state = JsonNode.Parse(await started.Content.ReadAsStringAsync())!["workflowState"]!;
        return ((string)state["id"]!, (string)state["definitionVersionId"]!);
    }

    /// <summary>What stands for the ids of the recorded run.</summary>
    private sealed record StudioState(string Kept, string Deleted, string Version, string Execution, string Throwaway)
    {
        public string Fill(string text) => text
            .Replace("b7760c3a50e2b604", Kept, StringComparison.Ordinal)
            .Replace("83aa29c82f400e68", Deleted, StringComparison.Ordinal)
            .Replace("a597db91dedaa4c4", Version, StringComparison.Ordinal)
            .Replace("ca2dea5e6117e81b", Execution, StringComparison.Ordinal)
            .Replace("540cb4991fc95a0f", Execution, StringComparison.Ordinal)
            .Replace("8d8d652937ba134a", Throwaway, StringComparison.Ordinal);
    }
}
