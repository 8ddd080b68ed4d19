using DocFlow.Elsa.Runtime.Flowcharts;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What a host decides for all its workflows.</summary>
public sealed record EngineOptions
{
    public FlowchartMode FlowchartMode { get; init; }
}
