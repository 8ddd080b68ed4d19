using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Office.Outbox;

namespace DocFlow.Host.Parts;

/// <summary>Fetches absent fonts while the host already serves, again after a pause when it fails. Does nothing when they are all there.</summary>
internal sealed partial class FontFetch(
    FontSettings settings, IFontSource source, FontShelf shelf, SystemParts parts, OutboxSignal outbox, TimeProvider time, ILogger<FontFetch> logger) : BackgroundService
{
    public const string Part = "字体";

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>Says how the fonts stand before anything is served.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsAllThere)
            parts.Set(Part, PartState.Ready, "字体齐全。");
        else
            parts.Set(Part, PartState.Fetching, "字体尚未下载，正在准备。");
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsAllThere)
            return;
        // The start goes on; the rest is done beside it.
        await Task.Yield();
        LogBegins(settings.OpenSetFolder);
        for (var round = 0; !await TryAsync(stoppingToken); round++)
        {
            var pause = Pauses[Math.Min(round, Pauses.Length - 1)];
            Report(PartState.Missing, $"字体没有下载齐，{pause.TotalMinutes:0}分钟后再试；也可在有网络的机器上运行 fetch --into 后复制到缓存文件夹。");
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
        }

        Report(PartState.Ready, "字体齐全。");
        outbox.Raise();
    }

    // The office's own licensed fonts need no substitutes.
    private bool IsAllThere => (shelf.Library.CanDraw && shelf.Library.Findings.Count == 0) || source.IsComplete;

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var before = FilesThere();
        var complete = await source.FetchAsync(line => Report(PartState.Fetching, line), cancellationToken);
        // Also when only some came: with them pages can perhaps be drawn already. Nothing is loaded anew for a round that brought nothing.
        if (complete || !FilesThere().SetEquals(before))
            shelf.Reload();
        return complete;
    }

    private HashSet<string> FilesThere() => Directory.Exists(settings.OpenSetFolder) ? [.. Directory.EnumerateFiles(settings.OpenSetFolder)] : [];

    private void Report(PartState state, string message)
    {
        parts.Set(Part, state, message);
        LogProgress(message);
    }

    [LoggerMessage(LogLevel.Information, "没有找到绘制页面的字体，正在后台下载到 {Folder}；系统已可使用，生成文件和预览要等字体就绪。")]
    private partial void LogBegins(string folder);

    [LoggerMessage(LogLevel.Information, "{Message}")]
    private partial void LogProgress(string message);
}
