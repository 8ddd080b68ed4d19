namespace DocFlow.Office.Steps;

/// <summary>What becomes of a step whose words mean nobody now. A signature and a seal always stop, whatever the rule: their right is not passed nor handed on.</summary>
public enum NobodyRule
{
    /// <summary>It passes, and the trace says so with the reason.</summary>
    Pass,

    /// <summary>It stops with the reason, for an administrator, until somebody holds the post.</summary>
    Stop,

    /// <summary>It goes to the drafter's superior; stops where there is none.</summary>
    Superior,
}
