namespace DocFlow.Office.WorkItems;

/// <summary>The outcomes of human steps, which are also the names of their ports in a procedure.</summary>
public static class StepOutcomes
{
    /// <summary>Back to the drafter.</summary>
    public const string Return = "退回";

    /// <summary>The outcome that goes forward.</summary>
    public static string Forward(StepKind kind) => kind switch
    {
        StepKind.Draft => "送审",
        StepKind.Sign => "签发",
        StepKind.Recheck => "通过",
        StepKind.Number => "编号",
        StepKind.Seal => "用印",
        StepKind.Distribute => "印发",
        _ => "同意",
    };

    /// <summary>What a person may answer, the forward one first.</summary>
    public static IReadOnlyList<string> Of(StepKind kind) => CanReturn(kind) ? [Forward(kind), Return] : [Forward(kind)];

    public static bool CanReturn(StepKind kind) => kind is StepKind.Review or StepKind.Countersign or StepKind.Sign or StepKind.Recheck;
}
