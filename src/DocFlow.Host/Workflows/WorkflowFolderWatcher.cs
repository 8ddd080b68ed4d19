using System.Threading.Channels;
using DocFlow.Host.Engines;

namespace DocFlow.Host.Workflows;

/// <summary>Imports the folder of definitions before the host serves, and again when a file in it changes.</summary>
internal sealed partial class WorkflowFolderWatcher(WorkflowFolderImport import, ILogger<WorkflowFolderWatcher> logger) : BackgroundService
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;

    // Watched before it is read, so that no change falls between the two.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Watch();
        await import.ImportAllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in _changes.Reader.ReadAllAsync(stoppingToken))
                await import.ImportAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Watch()
    {
        if (!Directory.Exists(import.Folder))
            return;
        try
        {
            _watcher = new FileSystemWatcher(import.Folder, "*.json") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
            _watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
            // More happened than could be told: everything is looked at again.
            _watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotWatched(exception, import.Folder);
        }
    }

    [LoggerMessage(LogLevel.Error, "流程文件夹 {Folder} 无法监视，修改流程文件后请重新启动。")]
    private partial void LogNotWatched(Exception exception, string folder);
}
