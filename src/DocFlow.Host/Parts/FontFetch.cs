using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Office.Outbox;

namespace DocFlow.Host.Parts;

/// <summary>Fetches absent fonts; what waits for them goes on when they come.</summary>
internal sealed class FontFetch(
    FontSettings settings, IFontSource source, FontShelf shelf, SystemParts parts, OutboxSignal outbox, TimeProvider time, ILogger<FontFetch> logger)
    : PartFetch(Part, parts, time, logger)
{
    public const string Part = "字体";

    // The office's own licensed fonts need no substitutes.
    protected override bool IsThere => (shelf.Library.CanDraw && shelf.Library.Findings.Count == 0) || source.IsComplete;

    protected override PartWords Words { get; } = new(
        "字体齐全。",
        "字体尚未下载，正在准备。",
        $"没有找到绘制页面的字体，正在后台下载到 {settings.OpenSetFolder}；系统已可使用，生成文件和预览要等字体就绪。",
        "字体没有下载齐");

    protected override async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var before = FilesThere();
        var complete = await source.FetchAsync(line => Report(PartState.Fetching, line), cancellationToken);
        // Also when only some came: with them pages can perhaps be drawn already. Nothing is loaded anew for a round that brought nothing.
        if (complete || !FilesThere().SetEquals(before))
            shelf.Reload();
        return complete;
    }

    protected override void OnArrived() => outbox.Raise();

    private HashSet<string> FilesThere() => Directory.Exists(settings.OpenSetFolder) ? [.. Directory.EnumerateFiles(settings.OpenSetFolder)] : [];
}
