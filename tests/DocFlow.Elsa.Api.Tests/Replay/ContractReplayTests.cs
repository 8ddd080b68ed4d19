using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Running;
using DocFlow.Host.Accounts;

namespace DocFlow.Elsa.Api.Tests.Replay;

/// <summary>The recorded calls to a real server, made in their order to the host over an empty database.</summary>
public sealed class ContractReplayTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int MostLooks = 400;

    // What happens in the background is looked at until it has happened.
    private static readonly HashSet<string> Eventually = ["086", "087", "088", "091", "093", "098"];

    private readonly BodyComparison _comparison = new();
    private readonly HashSet<Deliberate> _used = [];
    private JsonNode? _tokens;

    [Fact]
    public async Task Recorded_calls_get_the_recorded_answers_but_for_the_deliberate_differences()
    {
        var wrong = new List<string>();
        await SignInAsync();
        foreach (var recording in Recording.Scripted().Where(recording => !DeliberateDifferences.NotReplayed.ContainsKey(recording.Number)))
            wrong.AddRange(await ReplayAsync(recording));

        Assert.True(wrong.Count == 0, $"{wrong.Count} differences:\n{string.Join('\n', wrong)}");
        Assert.Empty(DeliberateDifferences.All.Except(_used));
    }

    private async Task<IReadOnlyList<string>> ReplayAsync(Recording recording)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var look = 0; ; look++)
        {
            var differences = await AskAsync(recording);
            if (differences.Count == 0 || !Eventually.Contains(recording.Number) || look == MostLooks)
                return differences;
            await pace.WaitForNextTickAsync();
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(Recording recording)
    {
        using var request = Request(recording);
        using var client = host.Anyone();
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var differences = new List<(string Path, string What)>();
        if ((int)response.StatusCode != recording.Status)
            differences.Add(("status", $"{recording.Status} → {(int)response.StatusCode} {string.Concat(Encoding.UTF8.GetString(bytes).Take(300))}"));
        else if (recording.ResponseBody is JsonObject zip && zip.ContainsKey("$base64"))
            differences.AddRange(CompareArchives(Convert.FromBase64String((string)zip["$base64"]!), bytes));
        // A bare refusal has no body there, and a Chinese line here.
        else if (recording.ResponseBody is not null)
            differences.AddRange(_comparison.Compare(WithoutSystemDefinitions(recording.ResponseBody), Body(bytes)));
        differences.AddRange(CompareHeaders(recording, response));
        return [.. differences.Where(difference => !IsDeliberate(recording.Number, difference.Path)).Select(difference => $"{recording.Name} {difference.Path}: {difference.What}")];
    }

    // The recorded server had a system definition of Elsa's alterations, which DocFlow has not.
    private static JsonNode WithoutSystemDefinitions(JsonNode recorded)
    {
        if (recorded is not JsonObject || recorded["items"] is not JsonArray || recorded["totalCount"] is null)
            return recorded;
        var list = recorded.DeepClone();
        var system = list["items"]!.AsArray().Where(item => ((string?)(item!["definitionId"] as JsonValue))?.StartsWith("Elsa.Alterations", StringComparison.Ordinal) == true).ToList();
        foreach (var item in system)
            list["items"]!.AsArray().Remove(item);
        list["totalCount"] = (int)list["totalCount"]! - system.Count;
        return list;
    }

    private bool IsDeliberate(string number, string path)
    {
        var found = DeliberateDifferences.All.FirstOrDefault(entry => entry.Covers(number, path));
        if (found is not null)
            _used.Add(found);
        return found is not null;
    }

    private static JsonNode? Body(byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? null : JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(bytes));
        }
    }

    private IEnumerable<(string Path, string What)> CompareHeaders(Recording recording, HttpResponseMessage response)
    {
        foreach (var name in new[] { "x-elsa-workflow-instance-id", "x-elsa-workflow-cannot-start", "x-elsa-response", "Location", "Content-Disposition" })
        {
            if (recording.ResponseHeaders?[name]?.ToString() is not { } expected || (int)response.StatusCode != recording.Status)
                continue;
            var given = response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(',', values) : null;
            // The instance's id stands in the body, too, and is compared there.
            if (name == "x-elsa-workflow-instance-id" ? given is null : given != _comparison.Translate(expected))
                yield return ($"header {name}", $"{_comparison.Translate(expected)} → {given}");
        }
    }

    private IEnumerable<(string Path, string What)> CompareArchives(byte[] recorded, byte[] given)
    {
        using var expected = new ZipArchive(new MemoryStream(recorded));
        using var actual = new ZipArchive(new MemoryStream(given));
        var names = expected.Entries.Select(entry => _comparison.Translate(entry.Name)).ToList();
        if (!names.SequenceEqual(actual.Entries.Select(entry => entry.Name)))
            yield return ("names", $"{string.Join(',', names)} → {string.Join(',', actual.Entries.Select(entry => entry.Name))}");
        foreach (var (before, now) in expected.Entries.Zip(actual.Entries))
        {
            using var beforeStream = before.Open();
            using var nowStream = now.Open();
            foreach (var difference in _comparison.Compare(JsonNode.Parse(beforeStream), JsonNode.Parse(nowStream)))
                yield return difference;
        }
    }

    private HttpRequestMessage Request(Recording recording)
    {
        var request = new HttpRequestMessage(new HttpMethod(recording.Method), _comparison.Translate(recording.Path) + _comparison.Translate(recording.QueryText()));
        request.Headers.Authorization = recording.Number switch
        {
            "001" or "002" or "003" or "132" => null,
            "004" => new AuthenticationHeaderValue("Bearer", (string?)_tokens?["refreshToken"]),
            "005" => new AuthenticationHeaderValue("ApiKey", ApiHost.ApiKey),
            _ => new AuthenticationHeaderValue("Bearer", (string?)_tokens?["accessToken"]),
        };
        // The recorded upload is cut short: the file is made from the import before it.
        if (recording.Number == "054")
        {
            request.Content = Upload();
            return request;
        }

        var body = recording.Number is "003" or "132" ? Credentials : recording.RequestBody;
        if (body is JsonObject raw && raw.ContainsKey("$raw"))
            request.Content = new StringContent((string)raw["$raw"]!);
        else if (body is not null)
            request.Content = new StringContent(_comparison.Translate(body.ToJsonString()));
        if (request.Content is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(recording.RequestHeaders?["Content-Type"]?.ToString() ?? "application/json");
        return request;
    }

    private static MultipartFormDataContent Upload()
    {
        var model = Recording.Of("052").RequestBody!.DeepClone();
        (model["definitionId"], model["name"]) = ("peer-import-file", "File import");
        return new MultipartFormDataContent { { new StringContent(model.ToJsonString()), "files", "a.json" } };
    }

    private static JsonObject Credentials => new() { ["username"] = "sysadmin", ["password"] = DemoAccounts.Password };

    private async Task SignInAsync()
    {
        using var client = host.Anyone();
        using var response = await client.PostAsync($"{ElsaApi.Root}/identity/login", new StringContent(Credentials.ToJsonString()));
        _tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }
}
