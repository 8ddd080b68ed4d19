namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Which exceptions end a burst instead of faulting an activity.</summary>
public static class EngineFaults
{
    /// <summary>An exception type derived from this one is a matter of the whole transaction: nothing is kept and the caller may run the burst again.</summary>
    public abstract class BurstException(string message, Exception? inner = null) : Exception(message, inner);

    internal static bool ConcernsTheBurst(Exception exception) => exception is BurstException or OutOfMemoryException;
}
