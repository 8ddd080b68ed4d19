namespace DocFlow.Office.WorkItems;

/// <summary>The outcomes of human steps, which are also the names of their ports in a procedure.</summary>
public static class StepOutcomes
{
    /// <summary>Back to the drafter.</summary>
    public const string Return = "退回";

    private static readonly char[] Separators = ['，', ',', '、'];

    /// <summary>The outcome that goes forward.</summary>
    public static string Forward(StepKind kind) => kind switch
    {
        StepKind.Draft => "送审",
        StepKind.Sign => "签发",
        StepKind.Recheck => "通过",
        StepKind.Number => "编号",
        StepKind.Seal => "用印",
        StepKind.Distribute => "印发",
        StepKind.Task => "办结",
        _ => "同意",
    };

    /// <summary>What a person may answer, the forward one first.</summary>
    /// <param name="buttons">Those that the step names itself, separated by “，”; null for those of its kind.</param>
    public static IReadOnlyList<string> Of(StepKind kind, string? buttons) => buttons is null
        ? CanReturn(kind) ? [Forward(kind), Return] : [Forward(kind)]
        : Split(buttons);

    public static IReadOnlyList<string> Of(WorkItem item) => Of(item.StepKind, item.Buttons);

    /// <summary>The main outcome of a step.</summary>
    public static string Forward(WorkItem item) => Of(item)[0];

    public static bool CanReturn(WorkItem item) => Of(item).Contains(Return);

    /// <summary>The parts of a list that a designer wrote.</summary>
    public static IReadOnlyList<string> Split(string list) => list.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool CanReturn(StepKind kind) => kind is StepKind.Review or StepKind.Countersign or StepKind.Sign or StepKind.Recheck or StepKind.Task;
}
