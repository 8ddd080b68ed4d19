using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocFlow.Host.Composition;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Models;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Engines;

/// <summary>
/// Publishes the definitions of a folder through Elsa's importer. What can't be used is refused with its reason, and the other files are
/// imported all the same. When a designer has made a version since the last file, the file becomes a draft.
/// </summary>
internal sealed partial class WorkflowFolderImport(IServiceScopeFactory scopes, HostSettings settings, ILogger<WorkflowFolderImport> logger)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public string Folder => settings.WorkflowFolder;

    public async Task ImportAllAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            string[] paths = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json") : [];
            foreach (var path in paths.Order(StringComparer.Ordinal))
                await ImportAsync(path, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        try
        {
            var json = await File.ReadAllTextAsync(path, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            await ImportAsync(scope.ServiceProvider, file, json, cancellationToken);
        }
        catch (JsonException broken)
        {
            LogRefused(file, broken.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, file);
        }
    }

    private async Task ImportAsync(IServiceProvider services, string file, string json, CancellationToken cancellationToken)
    {
        var model = services.GetRequiredService<IApiSerializer>().Deserialize<WorkflowDefinitionModel>(json);
        var database = services.GetRequiredService<DocFlowDbContext>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var source = await database.Set<DefinitionSourceRow>().SingleOrDefaultAsync(row => row.DefinitionId == model.DefinitionId, cancellationToken);
        var latest = await services.GetRequiredService<IWorkflowDefinitionStore>()
            .FindAsync(new WorkflowDefinitionFilter { DefinitionId = model.DefinitionId, VersionOptions = VersionOptions.Latest }, cancellationToken);
        if (latest is not null && source?.Hash == hash)
            return;

        var isConflict = latest is not null && latest.Version != source?.Number;
        var result = await services.GetRequiredService<IWorkflowDefinitionImporter>().ImportAsync(new SaveWorkflowDefinitionRequest { Model = model, Publish = !isConflict }, cancellationToken);
        if (!result.Succeeded)
        {
            LogRefused(file, string.Join(" ", result.ValidationErrors.Select(error => error.Message)));
            return;
        }

        var number = result.WorkflowDefinition.Version;
        if (source is null)
            database.Add(source = new DefinitionSourceRow { DefinitionId = model.DefinitionId, Hash = hash, Number = latest?.Version ?? 0 });
        source.Hash = hash;
        if (!isConflict)
            source.Number = number;
        await database.SaveChangesAsync(cancellationToken);
        if (isConflict)
            LogConflict(file, number);
        else
            LogPublished(file, number);
    }

    [LoggerMessage(LogLevel.Information, "流程文件 {File} 已发布为第{Number}版")]
    private partial void LogPublished(string file, int number);

    [LoggerMessage(LogLevel.Warning, "流程文件 {File} 已改，但流程设计中也改过这个流程：文件内容存为第{Number}版草稿，原版本继续有效。请在流程设计中选用其一并发布。")]
    private partial void LogConflict(string file, int number);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。{Reason}")]
    private partial void LogRefused(string file, string reason);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。导入时出错。")]
    private partial void LogFailed(Exception exception, string file);
}
