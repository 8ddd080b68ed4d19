using System.Runtime.ExceptionServices;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>
/// Runs what a designer wrote on a thread whose stack is deeper than anything can nest that the limit of memory allows: a stack that
/// ends takes the whole host along, and neither Jint nor Fluid counts how deep its own functions call each other.
/// </summary>
internal static class DeepStack
{
    // Bytes that are set aside; only those that are used are taken.
    private const int Size = 1024 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
