using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Persistence.Engine;

/// <summary>All who look on live.</summary>
internal sealed class InstanceWatches(IEnumerable<IInstanceWatch> watches)
{
    private readonly IInstanceWatch[] _watches = [.. watches];

    public void Tell(string instanceId, IReadOnlyList<ExecutionRecord> touched)
    {
        foreach (var watch in _watches)
            watch.Changed(instanceId, touched);
    }
}
