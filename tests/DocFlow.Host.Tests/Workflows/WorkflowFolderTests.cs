using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests.Workflows;

/// <summary>A running host sees what happens in its folder of definitions, and nothing in there stops it.</summary>
public sealed class WorkflowFolderTests
{
    private const string File1 = "policy-document.json";

    [Fact]
    public async Task A_changed_file_becomes_the_next_version_by_itself()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);
        await log.WaitForAsync(File1, "已发布为第1版");

        await ChangeAsync(host, "改一处");
        await log.WaitForAsync(File1, "已发布为第2版");

        Assert.Equal(2, await LatestAsync(host));
    }

    [Fact]
    public async Task A_broken_file_is_logged_with_its_name_the_place_in_it_and_the_reason()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);

        await WriteAsync(host, "broken.json", """{"definitionId":"broken","root":{"type":"Elsa.Sequence","activities":[{"id":"a","type":"Elsa.End"},{"id":"b"}]}}""");
        await log.WaitForAsync("流程文件 broken.json 未采用", "$.root.activities[1].type：活动缺少 type");

        await WriteAsync(host, "unknown.json", """{"definitionId":"unknown","root":{"type":"Acme.Unknown","id":"x"}}""");
        await log.WaitForAsync("流程文件 unknown.json 未采用", "$.root.type：没有活动类型“Acme.Unknown”。");
    }

    [Fact]
    public async Task A_procedure_that_returns_after_numbering_is_refused_with_the_place()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);

        await WriteAsync(host, "late.json", """
            {"definitionId":"late","root":{"id":"f","type":"Elsa.Flowchart",
              "activities":[{"id":"n","type":"DocFlow.AssignNumber"},{"id":"r","name":"复核","type":"DocFlow.Recheck"},{"id":"e","type":"Elsa.End"}],
              "connections":[{"source":{"activity":"n","port":"Done"},"target":{"activity":"r"}},{"source":{"activity":"r","port":"通过"},"target":{"activity":"e"}},
                             {"source":{"activity":"r","port":"退回"},"target":{"activity":"n"}}]}}
            """);

        await log.WaitForAsync("流程文件 late.json 未采用", "$.root.connections[2]：“复核”在编号登记之后");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_stops_neither_the_host_nor_the_other_files()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);

        // Before the others in order. Locked before it comes into the folder: a look between would find an empty file.
        var outside = Path.Combine(host.Folder, "shut.json");
        await using (new FileStream(outside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            File.Move(outside, PathOf(host, "a-shut.json"));
            await log.WaitForAsync("流程文件 a-shut.json 未采用", "无法读取");
            await ChangeAsync(host, "改一处");
            await log.WaitForAsync(File1, "已发布为第2版");
        }

        Assert.Equal(2, await LatestAsync(host));
    }

    [Fact]
    public async Task A_database_that_fails_for_a_moment_does_not_stop_the_host()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);

        await InDatabaseAsync(host, "ALTER TABLE \"WorkflowDefinitions\" RENAME TO \"Away\"");
        await ChangeAsync(host, "改一处");
        await log.WaitForAsync(File1, "发布时出错");
        await InDatabaseAsync(host, "ALTER TABLE \"Away\" RENAME TO \"WorkflowDefinitions\"");

        await ChangeAsync(host, "再改一处");
        await log.WaitForAsync(File1, "已发布为第2版");
    }

    [Fact]
    public async Task Of_two_files_with_one_definition_the_first_by_name_is_published_and_the_second_refused()
    {
        var log = new CapturedLog();
        await using var host = await OfficeHost.StartAsync(log.Choice);
        var second = (await File.ReadAllTextAsync(host.WorkflowFile)).Replace("一份公文从拟稿", "另一个文件里，从拟稿", StringComparison.Ordinal);

        await WriteAsync(host, "second.json", second);
        await log.WaitForAsync("流程文件 second.json 未采用", $"$.definitionId：流程“policy-document”已由文件 {File1} 定义");
        Assert.Equal(1, await LatestAsync(host));

        // The first keeps its definition also while it is broken.
        await WriteAsync(host, File1, "{ 坏了");
        await log.WaitForAsync($"流程文件 {File1} 未采用", "不是有效的 JSON");
        await log.WaitForAsync("流程文件 second.json 未采用", "$.definitionId");
        Assert.Equal(1, await LatestAsync(host));
    }

    private static async Task ChangeAsync(OfficeHost host, string description)
    {
        var json = await File.ReadAllTextAsync(host.WorkflowFile);
        await WriteAsync(host, File1, json.Replace("\"description\": \"", $"\"description\": \"{description}，", StringComparison.Ordinal));
    }

    // Moved into its place, as careful editors do: the host never sees half a file.
    private static async Task WriteAsync(OfficeHost host, string name, string json)
    {
        var aside = Path.Combine(host.Folder, name);
        await File.WriteAllTextAsync(aside, json);
        File.Move(aside, PathOf(host, name), overwrite: true);
    }

    private static string PathOf(OfficeHost host, string name) => Path.Combine(host.Folder, "workflows", name);

    private static async Task<int> LatestAsync(OfficeHost host)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DefinitionCatalog>().PublishedAsync("policy-document", CancellationToken.None))!.Number;
    }

    private static async Task InDatabaseAsync(OfficeHost host, string statement)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Database.ExecuteSqlRawAsync(statement);
    }
}
