using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Definitions;

/// <summary>What a browser calls the files that it downloads.</summary>
public sealed class ExportedFileNameTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_definition_with_a_chinese_name_keeps_it_in_its_file_name()
    {
        using var designer = host.WithKey();
        using var saved = await designer.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent("""{"model":{"definitionId":"leave","name":"请假 审批（试行）","root":{"type":"Elsa.End","id":"e"}}}"""));
        var id = (string)JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["workflowDefinition"]!["id"]!;

        using var file = await designer.GetAsync($"{ElsaApi.Root}/workflow-definitions/leave/export");

        var disposition = file.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal($"workflow-definition-请假-审批-试行--leave-{id}.json", disposition.FileNameStar);
        // Clients of old read this one, which has ASCII letters only.
        Assert.True(disposition.FileName is { Length: > 0 } plain && plain.All(char.IsAscii) && plain.Trim('"').StartsWith("workflow-definition-", StringComparison.Ordinal) && plain.Trim('"').EndsWith($"-leave-{id}.json", StringComparison.Ordinal), disposition.FileName);
        Assert.Contains("filename*=UTF-8''workflow-definition-%E8%AF%B7%E5%81%87", file.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
    }
}
