namespace DocFlow.Host.Pages.Frame;

/// <summary>What pages say to the log.</summary>
internal static partial class PageLog
{
    [LoggerMessage(LogLevel.Warning, "公文 {DocumentId} 的页面没有看到最新情况，稍后再看")]
    public static partial void DocumentNotSeen(ILogger logger, string documentId, Exception exception);

    [LoggerMessage(LogLevel.Warning, "没有读到待办数量，稍后再读")]
    public static partial void WorkNotCounted(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "文稿没有保存，稍后再试")]
    public static partial void DraftNotSaved(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "文稿的页面没有画出来")]
    public static partial void DraftNotDrawn(ILogger logger, Exception exception);
}
