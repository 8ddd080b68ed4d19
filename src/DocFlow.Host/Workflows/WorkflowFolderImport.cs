using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Host.Composition;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Workflows;

/// <summary>Publishes the definitions of a folder. A broken file is refused with its reason, and the last good version stays.</summary>
internal sealed partial class WorkflowFolderImport(IServiceScopeFactory scopes, HostSettings settings, ILogger<WorkflowFolderImport> logger)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public string Folder => settings.WorkflowFolder;

    public async Task ImportAllAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
            return;
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var path in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
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
            if (await scope.ServiceProvider.GetRequiredService<DefinitionCatalog>().PublishAsync(json, cancellationToken) is { } number)
                LogPublished(file, number);
        }
        catch (DefinitionRefusedException refused)
        {
            LogRefused(file, refused.Message);
        }
        catch (IOException exception)
        {
            LogRefused(file, exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "流程文件 {File} 已发布为第{Number}版")]
    private partial void LogPublished(string file, int number);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。{Reason}")]
    private partial void LogRefused(string file, string reason);
}
