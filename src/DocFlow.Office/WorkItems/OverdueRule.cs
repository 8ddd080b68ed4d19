namespace DocFlow.Office.WorkItems;

/// <summary>What becomes of seats that are still open when the work item falls due.</summary>
public enum OverdueRule
{
    /// <summary>等待: they stay open, past their due time.</summary>
    Wait,

    /// <summary>视为无意见: they are closed by the system, labelled as such.</summary>
    NoOpinion,
}
