namespace DocFlow.Activities.Steps;

/// <summary>What a human step waits for: the decision on its work item.</summary>
public sealed record WorkItemStimulus(string WorkItemId)
{
    /// <summary>The bookmark's name, the same for all human steps.</summary>
    public const string BookmarkName = "DocFlow.WorkItem";

    /// <summary>The input that carries the decision's outcome.</summary>
    public const string OutcomeInput = "Outcome";
}
