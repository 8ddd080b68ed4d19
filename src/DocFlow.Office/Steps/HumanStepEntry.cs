namespace DocFlow.Office.Steps;

/// <summary>What came of entering a human step: a work item to wait for, or an outcome at once.</summary>
public abstract record HumanStepEntry
{
    private HumanStepEntry()
    {
    }

    /// <summary>People have to decide; the workflow waits for this work item.</summary>
    public sealed record Opened(string WorkItemId) : HumanStepEntry;

    /// <summary>The step is passed by rule; go on with the outcome.</summary>
    /// <param name="Reason">In Chinese, as the trace shows it.</param>
    public sealed record Passed(string Outcome, string Reason) : HumanStepEntry;
}
