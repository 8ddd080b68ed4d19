namespace DocFlow.Office.Repairs;

/// <summary>Something that the office and the engine don't agree on.</summary>
/// <param name="Kind">What is missing, in Chinese.</param>
/// <param name="Step">The step that it is about; null when only the engine knows of it.</param>
/// <param name="WorkItemId">Null when only the engine knows of it.</param>
/// <param name="BookmarkId">Null when only the office knows of it.</param>
public sealed record Discrepancy(string Kind, string InstanceId, string? DocumentId, string? Title, string? Step, string? WorkItemId, string? BookmarkId)
{
    /// <summary>A work item that waits although nothing in the engine waits for it.</summary>
    public const string NoEngineState = "待办没有对应的流程等待点";

    /// <summary>A place where the engine waits for a decision that nobody is asked for.</summary>
    public const string NoWorkItem = "流程在等待，却没有对应的待办";
}
