namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>When state is saved: once, at the end of a burst. The other strategies of Elsa would save halves of an act, and aren't offered.</summary>
internal static class CommitStrategyDescriptors
{
    public static IReadOnlyList<CommitStrategyDescriptor> Workflows() => [Of("WorkflowExecuted")];

    public static IReadOnlyList<CommitStrategyDescriptor> Activities() => [Of("CommitNever")];

    private static CommitStrategyDescriptor Of(string name) => new(name, DescriptorTexts.Of($"Commit.{name}"), DescriptorTexts.Of($"Commit.{name}.Description"));
}
