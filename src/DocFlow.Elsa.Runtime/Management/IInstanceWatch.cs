using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Hears of saved bursts, for those who look on live. Called after the commit; must neither throw nor take long.</summary>
public interface IInstanceWatch
{
    /// <param name="touched">The executions that the burst touched, as they stand; empty for a cancellation.</param>
    void Changed(string instanceId, IReadOnlyList<ExecutionRecord> touched);
}
