using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What became of a start.</summary>
/// <param name="CannotStart">The activation strategy allows no instance now; there is no state then.</param>
/// <param name="State">After the first burst, faulted or not.</param>
public sealed record StartResult(bool CannotStart, InstanceState? State);
