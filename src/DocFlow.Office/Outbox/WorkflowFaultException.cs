namespace DocFlow.Office.Outbox;

/// <summary>The engine could not go on. The message is for the log.</summary>
/// <param name="shown">What people are told, in Chinese; null when there is nothing that would help them.</param>
public sealed class WorkflowFaultException(string message, string? shown) : Exception(message)
{
    private const string Internal = "系统内部错误，已记入日志";

    public string? Shown { get; } = shown;

    /// <summary>The step that failed; null when it isn't known.</summary>
    public string? NodeId { get; init; }

    /// <summary>What people are told of a failure: never an exception's own words, which are in the log.</summary>
    public static string ShownOf(Exception exception) => exception switch
    {
        RefusalException refusal => refusal.Message,
        WorkflowFaultException { Shown: { Length: > 0 } shown } => shown,
        _ => Internal,
    };
}
