using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Host.Composition;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Engines;

/// <summary>
/// Publishes the definitions of a folder. A file that can't be used is refused with its reason, the last good version stays, and
/// the other files are imported all the same.
/// </summary>
internal sealed partial class WorkflowFolderImport(IServiceScopeFactory scopes, HostSettings settings, ILogger<WorkflowFolderImport> logger)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    // By file, kept while the file is there: one that is broken for a moment doesn't lose its definition to another file.
    private readonly SortedDictionary<string, string> _definitions = new(StringComparer.Ordinal);

    public string Folder => settings.WorkflowFolder;

    public async Task ImportAllAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var paths = Paths();
            foreach (var gone in _definitions.Keys.Except(paths.Select(path => Path.GetFileName(path))).ToList())
                _definitions.Remove(gone);
            foreach (var path in paths)
                await ImportAsync(path, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private List<string> Paths()
    {
        try
        {
            return Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogFolderUnreadable(exception, Folder);
            return [];
        }
    }

    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        try
        {
            var json = await File.ReadAllTextAsync(path, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var catalog = scope.ServiceProvider.GetRequiredService<DefinitionCatalog>();
            RefuseSecond(file, catalog.IdOf(json));
            switch (await catalog.ImportAsync(json, cancellationToken))
            {
                case { Number: { } draft, IsConflict: true }:
                    LogConflict(file, draft);
                    break;
                case { Number: { } number }:
                    LogPublished(file, number);
                    break;
            }
        }
        catch (DefinitionRefusedException refused)
        {
            LogRefused(file, refused.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(exception, file);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, file);
        }
    }

    private void RefuseSecond(string file, string definitionId)
    {
        _definitions[file] = definitionId;
        var first = _definitions.First(known => known.Value == definitionId).Key;
        if (first != file)
            throw new DefinitionRefusedException("$.definitionId", $"流程“{definitionId}”已由文件 {first} 定义，请换一个 definitionId，或删去其中一个文件。");
    }

    [LoggerMessage(LogLevel.Information, "流程文件 {File} 已发布为第{Number}版")]
    private partial void LogPublished(string file, int number);

    [LoggerMessage(LogLevel.Warning, "流程文件 {File} 已改，但流程设计中也改过这个流程：文件内容存为第{Number}版草稿，原版本继续有效。请在流程设计中选用其一并发布。")]
    private partial void LogConflict(string file, int number);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。{Reason}")]
    private partial void LogRefused(string file, string reason);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。文件无法读取，请检查权限，或是否被其他程序占用。")]
    private partial void LogUnreadable(Exception exception, string file);

    [LoggerMessage(LogLevel.Error, "流程文件 {File} 未采用，原版本继续有效。发布时出错，再次保存该文件即重试。")]
    private partial void LogFailed(Exception exception, string file);

    [LoggerMessage(LogLevel.Error, "流程文件夹 {Folder} 无法读取，已发布的流程继续有效。")]
    private partial void LogFolderUnreadable(Exception exception, string folder);
}
