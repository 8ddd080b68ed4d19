using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A stored instance with what it keeps.</summary>
public sealed record WorkflowInstance(InstanceSummary Summary, InstanceState State);
