using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>One version of a definition, ready to run. Its activities are shared by all instances and hold no state.</summary>
/// <param name="DefinitionId">Stable across versions.</param>
/// <param name="VersionId">Of this version.</param>
/// <param name="Variables">The workflow's own.</param>
/// <param name="Inputs">Declared inputs, by name, with whether they survive a suspension.</param>
/// <param name="Root">The root activity.</param>
/// <param name="Nodes">All activities by node id, the workflow itself included.</param>
/// <param name="Warnings">What was tolerated on reading, in Chinese.</param>
public sealed record WorkflowDefinition(
    string DefinitionId,
    string VersionId,
    int Version,
    string? Name,
    IReadOnlyList<VariableDefinition> Variables,
    IReadOnlyDictionary<string, bool> Inputs,
    IActivity Root,
    IReadOnlyDictionary<string, IActivity> Nodes,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The activity that stands for the workflow itself, above the root.</summary>
    public required IActivity Workflow { get; init; }

    /// <summary>Where each node stands in the JSON, by node id.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>();

    /// <summary>What executions may show: of each activity, and of the workflow where an activity says nothing.</summary>
    public IReadOnlyDictionary<IActivity, LogPersistence> LoggedByActivity { get; init; } = new Dictionary<IActivity, LogPersistence>();

    public LogPersistence? Logged { get; init; }

    /// <summary>What the checks found that others than the engine brought (<see cref="DefinitionCheck"/>).</summary>
    public IReadOnlyList<(string Path, string Message)> Declared { get; init; } = [];

    public WorkflowOptions Options { get; init; } = new();

    /// <summary>The version of the tool that wrote it; from 3 on, scripts name outputs by the activity's name instead of its id.</summary>
    public Version? ToolVersion { get; init; }
}
