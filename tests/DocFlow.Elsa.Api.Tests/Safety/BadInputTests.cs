using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Safety;

/// <summary>Bodies that can't be used are refused with a Chinese reason in Elsa's shape.</summary>
public sealed class BadInputTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("{\"model\": {\"root\": ")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"model\":{\"name\":\"a\",\"name\":\"b\"}}")]
    [InlineData("{\"model\":{\"root\":{\"id\":\"a\"}}}")]
    [InlineData("{\"model\":{\"name\":\"\\ud800\",\"root\":{\"type\":\"Elsa.End\"}}}")]
    public async Task A_definition_that_can_t_be_read_is_refused(string body) => await RefusedAsync("/workflow-definitions", body, HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_that_is_too_deep_is_refused() =>
        await RefusedAsync("/workflow-definitions", string.Concat(Enumerable.Repeat("{\"a\":", ElsaJson.DeepestJson + 1)) + "1" + new string('}', ElsaJson.DeepestJson + 1), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() =>
        await RefusedAsync("/workflow-definitions", $"{{\"a\":\"{new string('x', ElsaBody.Largest)}\"}}", HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("/bulk-actions/delete/workflow-definitions/by-definition-id", "definitionIds")]
    [InlineData("/bulk-actions/delete/workflow-definitions/by-id", "ids")]
    [InlineData("/bulk-actions/publish/workflow-definitions/by-definition-ids", "definitionIds")]
    [InlineData("/bulk-actions/retract/workflow-definitions/by-definition-ids", "definitionIds")]
    [InlineData("/actions/workflow-definitions/refresh", "definitionIds")]
    [InlineData("/bulk-actions/export/workflow-definitions", "ids")]
    [InlineData("/bulk-actions/delete/workflow-instances/by-id", "ids")]
    [InlineData("/bulk-actions/cancel/workflow-instances", "ids")]
    [InlineData("/bulk-actions/export/workflow-instances", "ids")]
    [InlineData("/alterations/workflows/retry", "workflowInstanceIds")]
    [InlineData("/alterations/workflows/retry", "activityIds")]
    public async Task An_action_on_more_than_500_is_refused_and_on_500_is_not(string path, string name)
    {
        static string Of(int count) => new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)$"no-{number}")]).ToJsonString();

        await RefusedAsync(path, $"{{\"{name}\":{Of(501)}}}", HttpStatusCode.BadRequest);
        await RefusedAsync(path, $"{{\"{name}\":[1]}}", HttpStatusCode.BadRequest);
        using var most = await host.WithKey().PostAsync(ElsaApi.Root + path, new StringContent($"{{\"{name}\":{Of(500)}}}"));
        Assert.Contains(most.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
    }

    [Theory]
    [InlineData("GET /workflow-definitions/by-definition-id/{id}?versionOptions=99", HttpStatusCode.NotFound)]
    [InlineData("GET /workflow-definitions/by-definition-id/{id}?versionOptions=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("GET /workflow-definitions/by-definition-id/{id}?versionOptions=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("GET /workflow-definitions/{id}/export?versionOptions=-1", HttpStatusCode.BadRequest)]
    [InlineData("POST /workflow-definitions/{id}/execute {\"versionOptions\":\"99\"}", HttpStatusCode.NotFound)]
    [InlineData("POST /workflow-definitions/{id}/dispatch {\"versionOptions\":\"nonsense\"}", HttpStatusCode.BadRequest)]
    [InlineData("POST /workflow-definitions/{id}/revert/99 {}", HttpStatusCode.NotFound)]
    [InlineData("DELETE /workflow-definitions/{id}/version/99", HttpStatusCode.NotFound)]
    [InlineData("POST /workflow-definitions/{id}/execute {\"triggerActivityId\":\"none\",\"input\":5,\"variables\":[1]}", HttpStatusCode.OK)]
    public async Task A_version_that_is_unknown_is_said_to_be(string call, HttpStatusCode status)
    {
        using var client = host.WithKey();
        var id = $"versions-{Guid.NewGuid():N}";
        using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent($$$"""{"model":{"definitionId":"{{{id}}}","root":{"type":"Elsa.End","id":"e","version":99}},"publish":true}"""));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var parts = call.Split(' ', 3);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), ElsaApi.Root + parts[1].Replace("{id}", id, StringComparison.Ordinal)) { Content = parts.Length > 2 ? new StringContent(parts[2]) : null };

        using var response = await client.SendAsync(request);

        Assert.True(status == response.StatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("""{"type":"Elsa.Sequence","id":"s","activities":[{"type":"DocFlow.Archive","id":"a"},{"type":"Elsa.WriteLine","id":"w","text":{"typeName":"String","expression":{"type":"JavaScript","value":"1 +"}}}]}""")]
    [InlineData("""{"type":"Elsa.HttpEndpoint","id":"h","customProperties":{"canStartWorkflow":true},"path":{"typeName":"String","expression":{"type":"Literal","value":"bad/{x:nonsense"}}}""")]
    [InlineData("""{"type":"Elsa.Cron","id":"c","customProperties":{"canStartWorkflow":true},"cronExpression":{"typeName":"String","expression":{"type":"Literal","value":"every day"}}}""")]
    public async Task What_can_never_start_or_carry_a_document_is_kept_as_a_draft_and_not_published(string root)
    {
        using var client = host.WithKey();
        var model = $$$"""{"definitionId":"bad-{{{Guid.NewGuid():N}}}","root":{{{root}}}}""";

        await RefusedAsync("/workflow-definitions", $$$"""{"model":{{{model}}},"publish":true}""", HttpStatusCode.BadRequest);
        using var draft = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent($$$"""{"model":{{{model}}},"publish":false}"""));

        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
    }

    [Theory]
    [InlineData("/workflow-definitions/any/execute", "{\"instanceId\":\"中文标识\"}")]
    [InlineData("/workflow-definitions/any/execute", "{\"instanceId\":\"a\\r\\nX: y\"}")]
    [InlineData("/workflow-definitions/any/execute", "{\"instanceId\":\"a\\u0000b\"}")]
    [InlineData("/workflow-definitions/any/dispatch", "{\"instanceId\":\"../../x\"}")]
    [InlineData("/workflow-definitions/any/dispatch", "{\"input\":{\"a\":1e400}}")]
    [InlineData("/workflow-definitions/any/bulk-dispatch", "{\"input\":{\"a\":-1E+999}}")]
    [InlineData("/tasks/none/complete", "{\"result\":1e400}")]
    [InlineData("/events/none/trigger", "{\"input\":1e400}")]
    public async Task What_no_instance_could_keep_or_be_called_is_refused(string path, string body) => await RefusedAsync(path, body, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("{\"DocFlow\":{}}")]
    [InlineData("{\"DocFlow\":{\"Instance\":null,\"Journal\":[],\"Executions\":[]}}")]
    [InlineData("{\"DocFlow\":{\"Instance\":{},\"Journal\":null,\"Executions\":[]}}")]
    [InlineData("{\"DocFlow\":5}")]
    public async Task A_file_that_is_no_whole_instance_is_refused(string file)
    {
        using var content = new MultipartFormDataContent { { new StringContent(file), "files", "a.json" } };

        await RefusedAsync("/bulk-actions/import/workflow-instances", content, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_waiting_instance_is_not_imported_twice_under_another_id()
    {
        using var client = host.WithKey();
        var id = $"waits-{Guid.NewGuid():N}";
        using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(
            $$$$$"""{"model":{"definitionId":"{{{{{id}}}}}","root":{"type":"Elsa.Event","id":"e","eventName":{"typeName":"String","expression":{"type":"Literal","value":"never"}}}},"publish":true}"""));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var started = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions/{id}/execute", new StringContent($$"""{"instanceId":"{{id}}-one"}"""));
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        var file = await client.GetStringAsync($"{ElsaApi.Root}/workflow-instances/{id}-one/export?includeBookmarks=true");
        using var content = new MultipartFormDataContent { { new StringContent(file.Replace($"{id}-one", $"{id}-two", StringComparison.Ordinal)), "files", "a.json" } };

        await RefusedAsync("/bulk-actions/import/workflow-instances", content, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("JavaScript", "1 +")]
    [InlineData("Liquid", "{% if %}")]
    public async Task A_bad_expression_is_told_when_a_workflow_without_documents_is_published_as_elsa_does(string type, string text)
    {
        using var client = host.WithKey();
        var input = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = text } };
        var root = new JsonObject { ["type"] = "Elsa.WriteLine", ["id"] = "a", ["text"] = input };
        var body = new JsonObject { ["model"] = new JsonObject { ["definitionId"] = $"told-{type}", ["root"] = root }, ["publish"] = true };

        using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(body.ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var told = Assert.Single(JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["validationErrors"]!.AsArray())!;
        Assert.Contains($"{type} 有语法错误", told["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_publication_names_each_activity_so_that_it_can_be_shown()
    {
        using var client = host.WithKey();
        var model = """{"definitionId":"shown","root":{"type":"Elsa.Flowchart","id":"f","activities":[{"type":"DocFlow.Seal","id":"s","name":"用印"},{"type":"Elsa.FlowJoin","id":"j","name":"汇合"}],"connections":[{"source":{"activity":"s","port":"Done"},"target":{"activity":"j"}}]}}""";
        using var refused = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent($$"""{"model":{{model}},"publish":true}"""));
        var refusal = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        using var draft = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent($$"""{"model":{{model}},"publish":false}"""));
        var saved = JsonNode.Parse(await draft.Content.ReadAsStringAsync())!;
        var opened = JsonNode.Parse(await client.GetStringAsync($"{ElsaApi.Root}/workflow-definitions/by-id/{saved["workflowDefinition"]!["id"]}/findings"))!;

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("“用印”没有填写“岗位”。", (string?)Assert.Single(refusal["errors"]!["generalErrors"]!.AsArray()));
        foreach (var told in new[] { refusal, saved, opened })
            Assert.Equal([("j", "Workflow1:f:j", "warning"), ("s", "Workflow1:f:s", "error")], told["findings"]!.AsArray().Select(finding => ((string?)finding!["activityId"], (string?)finding["activityNodeId"], (string?)finding["severity"])));
        Assert.Single(saved["validationErrors"]!.AsArray());
    }

    [Theory]
    [InlineData("HttpEndpoint", "path", "taken/path", "已由另一个流程使用")]
    [InlineData("HttpEndpoint", "path", "bad/../path", "不能作为路径的一段")]
    [InlineData("Cron", "cronExpression", "every day", "六段")]
    public async Task A_start_that_can_not_be_is_told_with_its_activity(string type, string input, string value, string reason)
    {
        using var client = host.WithKey();
        var start = new JsonObject
        {
            ["type"] = $"Elsa.{type}", ["id"] = "start", ["customProperties"] = new JsonObject { ["canStartWorkflow"] = true },
            [input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } },
        };
        string Body(string id) => new JsonObject { ["model"] = new JsonObject { ["definitionId"] = id, ["root"] = start.DeepClone() }, ["publish"] = true }.ToJsonString();
        using var first = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Body("first-start")));
        using var second = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Body("second-start")));
        var finding = JsonNode.Parse(await second.Content.ReadAsStringAsync())!["findings"]![0]!;

        Assert.Equal((HttpStatusCode.BadRequest, "start", "error"), (second.StatusCode, (string?)finding["activityId"], (string?)finding["severity"]));
        Assert.Contains(reason, (string?)finding["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_part_of_a_saved_definition_put_wrong_is_answered_or_refused_and_never_a_failure_of_the_server()
    {
        using var client = host.WithKey();
        var failures = new List<string>();
        foreach (var part in new[] { "root", "variables", "inputs", "outputs", "outcomes", "options", "customProperties", "name", "description", "version", "toolVersion", "isReadonly", "definitionId", "createdAt" })
        {
            foreach (var wrong in new[] { "null", "1", "\"x\"", "[]", "[null]", "[1]", "{}", "[{}]", "{\"type\":1}", "{\"type\":\"Elsa.Flowchart\",\"activities\":[null],\"connections\":[null,1]}", "[{\"name\":1,\"typeName\":{}}]" })
            {
                using var response = await client.PostAsync(
                    $"{ElsaApi.Root}/workflow-definitions", new StringContent($$$"""{"model":{"definitionId":"mangled","name":"n","root":{"type":"Elsa.End","id":"e"},"{{{part}}}":{{{wrong}}}},"publish":true}""".Replace(part == "root" ? "\"root\":{\"type\":\"Elsa.End\",\"id\":\"e\"}," : part is "name" or "definitionId" ? $"\"{part}\":\"{(part == "name" ? "n" : "mangled")}\"," : "\n", "", StringComparison.Ordinal)));
                if ((int)response.StatusCode >= 500)
                    failures.Add($"{part} = {wrong}: {(int)response.StatusCode}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_bulk_dispatch_starts_1_to_100(int count) => await RefusedAsync("/workflow-definitions/none/bulk-dispatch", $"{{\"count\":{count}}}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_upload_that_is_cut_short_is_refused()
    {
        using var content = new StringContent("------x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.json\"\r\n\r\n{");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=----x");

        await RefusedAsync("/workflow-definitions/import-files", content, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_archive_that_unpacks_too_large_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.json").Open();
            entry.Write(new byte[ElsaBody.Largest + 1]);
        }

        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes.ToArray()), "files", "a.zip" } };

        await RefusedAsync("/workflow-definitions/import-files", content, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_file_of_another_system_is_no_instance()
    {
        using var content = new MultipartFormDataContent { { new StringContent("{}"), "files", "a.json" } };

        await RefusedAsync("/bulk-actions/import/workflow-instances", content, HttpStatusCode.BadRequest);
    }

    private Task RefusedAsync(string path, string body, HttpStatusCode status) => RefusedAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), status);

    private async Task RefusedAsync(string path, HttpContent content, HttpStatusCode status)
    {
        using var response = await host.WithKey().PostAsync(ElsaApi.Root + path, content);
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(status == response.StatusCode, text);
        var refusal = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)refusal["statusCode"]!);
        var reasons = refusal["errors"]!.AsObject().SelectMany(group => group.Value!.AsArray()).Select(reason => (string)reason!);
        Assert.Contains(reasons, reason => reason.Any(character => character is > '\u4E00' and < '\u9FFF'));
    }
}
