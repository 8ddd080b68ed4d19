namespace DocFlow.Office;

/// <summary>An act that the office's rules refuse. The message is for the person: what happened and how to mend it, in Chinese.</summary>
public sealed class RefusalException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    internal static RefusalException NotFound(string what) => new(Refusal.NotFound, $"没有找到{what}，它可能已被删除，或您无权查看。");

    internal static RefusalException Forbidden(string message) => new(Refusal.Forbidden, message);

    internal static RefusalException Conflict(string message) => new(Refusal.Conflict, message);

    internal static RefusalException Invalid(string message) => new(Refusal.Invalid, message);
}
