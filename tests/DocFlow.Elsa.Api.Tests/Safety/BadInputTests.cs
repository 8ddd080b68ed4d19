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
