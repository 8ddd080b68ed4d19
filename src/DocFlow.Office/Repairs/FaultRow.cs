namespace DocFlow.Office.Repairs;

/// <summary>Something that fails and doesn't go on by itself, or not yet.</summary>
/// <param name="Kind">流程、定时、期限、交接</param>
/// <param name="What">What was to be done, in words.</param>
/// <param name="Step">The step that failed; null when it isn't known.</param>
/// <param name="IsGivenUp">Nobody tries it again until an administrator does.</param>
/// <param name="MaySkip">The step, or the deadline, can be passed by.</param>
/// <param name="MayRepair">A missing post holder can be supplied.</param>
public sealed record FaultRow(
    string Id, string Kind, string What, string? DocumentId, string? Title, string? Step, string Error, DateTimeOffset Since, int Attempts, bool IsGivenUp, bool MaySkip, bool MayRepair);
