using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>How an activity with several arrows into it goes by tokens.</summary>
internal enum MergeMode
{
    /// <summary>As soon as nothing is on its way to where its arrows come from.</summary>
    Stream,

    /// <summary>When all forward arrows have brought a token.</summary>
    Merge,

    /// <summary>When all arrows have brought a token, those that lead back too.</summary>
    Converge,

    /// <summary>With the first token; one from each other arrow is swallowed.</summary>
    Cascade,

    /// <summary>As Cascade, and what still runs upstream is cancelled.</summary>
    Race,
}

/// <summary>Reads the mode of an activity.</summary>
internal static class MergeModes
{
    public const string Property = "mergeMode";

    public static MergeMode Of(IActivity activity, WorkflowEngine engine, ActivityExecutionContext owner)
    {
        if (activity is FlowJoin join)
            return engine.EvaluateInput(nameof(FlowJoin.Mode), join.Mode, owner, FlowJoinMode.WaitAny) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        return activity.CustomProperties.TryGetValue(Property, out var name) && Enum.TryParse<MergeMode>(name as string, ignoreCase: true, out var mode) ? mode : MergeMode.Stream;
    }
}
