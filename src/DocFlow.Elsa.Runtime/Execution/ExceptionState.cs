namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>An exception as it is kept.</summary>
public sealed record ExceptionState(string Type, string Message, string? StackTrace, ExceptionState? InnerException)
{
    private const int Deepest = 8;

    public static ExceptionState? Of(Exception? exception, int depth = 0) =>
        exception is null || depth == Deepest ? null : new ExceptionState(exception.GetType().Name, exception.Message, exception.StackTrace, Of(exception.InnerException, depth + 1));
}
