namespace DocFlow.Host.Sending;

/// <summary>What is logged of sending.</summary>
internal static partial class SendingLog
{
    [LoggerMessage(LogLevel.Information, "The mail server took the message and then closed the connection without a goodbye")]
    public static partial void GoodbyeFailed(ILogger logger, Exception exception);
}
