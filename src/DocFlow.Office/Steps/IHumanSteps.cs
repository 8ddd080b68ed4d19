namespace DocFlow.Office.Steps;

/// <summary>Entering a human step. Called by activities: only adds to the context, saved by the burst's transaction.</summary>
public interface IHumanSteps
{
    /// <summary>
    /// Opens a work item for the visit, or passes at once by a rule that the trace names. The same visit key gets the same answer.
    /// </summary>
    /// <exception cref="RefusalException">Nobody holds a post whose step must not be passed (签发, 用印), or the post isn't written as 单位/岗位.</exception>
    Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default);
}
