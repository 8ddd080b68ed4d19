using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <summary>What an activity asks for when a document reaches it.</summary>
public sealed record HumanStepRequest
{
    public required string DocumentId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The activity's id in the procedure: the same at each visit.</summary>
    public required string NodeId { get; init; }

    /// <summary>Names this visit when the caller has such a name; by default instance, node and the count of visits so far.</summary>
    public string? VisitKey { get; init; }

    public required string StepName { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>
    /// Who: 单位/岗位 (秘书二科/副科长), 本科室/岗位 (the drafter's unit), 科室:单位 (its head, or everybody in it while it has none), 拟稿人, 拟稿人的上级, 分管领导
    /// (in charge of the drafter's unit), 上一办理人, 会签单位 (the document's co-signing units), 字段:签发人 (the persons and units that an element names), or person:login;
    /// several are separated by “，”.
    /// </summary>
    public required string Assignees { get; init; }

    /// <summary>What happens when these words mean nobody now.</summary>
    public NobodyRule WhenNobody { get; init; }

    public CompletionRule Completion { get; init; } = CompletionRule.All;

    /// <summary>With <see cref="CompletionRule.Share"/>: how many of a hundred seats must agree.</summary>
    public int? Percent { get; init; }

    /// <summary>What a return by one of several seats does to the others.</summary>
    public ReturnRule OnReturn { get; init; } = ReturnRule.WithdrawOpen;

    /// <summary>In working days; null for no deadline.</summary>
    public int? DueWorkingDays { get; init; }

    /// <summary>In working days, in place of <see cref="DueWorkingDays"/> when the document is urgent (特急、加急); null for the same.</summary>
    public int? UrgentWorkingDays { get; init; }

    /// <summary>In working days, in place of <see cref="UrgentWorkingDays"/> when the document is 特急; null for the same.</summary>
    public int? ExtraUrgentWorkingDays { get; init; }

    /// <summary>How many working days before the due day the holders are reminded, at the start of work; null for no reminder.</summary>
    public int? RemindWorkingDays { get; init; }

    public OverdueRule WhenOverdue { get; init; }

    /// <summary>Who is told when the work is overdue for <see cref="EscalateWorkingDays"/>, in the words of <see cref="Assignees"/>; null for nobody.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>In working days after the due day.</summary>
    public int EscalateWorkingDays { get; init; } = 1;

    /// <summary>Others who are told, each after working days of their own: lines of <see cref="Deadlines.EscalationLadder"/>; null for none.</summary>
    public string? Escalation { get; init; }

    /// <summary>The official letter (催办函) that the holders are sent when the work is overdue for <see cref="LetterWorkingDays"/>, as the procedure declares it; null for none.</summary>
    public string? Letter { get; init; }

    /// <summary>In working days after the due day.</summary>
    public int LetterWorkingDays { get; init; } = 1;

    /// <summary>The buttons of a step that names its own, separated by “，”, the main one first; null for those of its kind.</summary>
    public string? Buttons { get; init; }

    /// <summary>The keys of the fields that are filled in with a decision, separated by “，”; null for none.</summary>
    public string? FieldKeys { get; init; }

    /// <summary>The name of a step whose decider may not decide this one; null for none.</summary>
    public string? DifferentFrom { get; init; }

    /// <summary>Goes forward only when all matters that were born from this one are over.</summary>
    public bool AwaitsBorn { get; init; }

    /// <summary>How many working days it must stand open before its main button can be pressed (公示期); 0 for none.</summary>
    public int HoldWorkingDays { get; init; }

    /// <summary>Falls due with the whole matter, whatever its own working days.</summary>
    public bool DueWithMatter { get; init; }

    /// <summary>A date field of the matter, by which this step falls due; null for none.</summary>
    public string? DueField { get; init; }

    /// <summary>How many working days before the day of <see cref="DueField"/> it falls due; 0 for that day itself.</summary>
    public int DueBeforeWorkingDays { get; init; }

    /// <summary>The people are called one after the other, each when nobody has answered for so many minutes; null for all at once.</summary>
    public int? CallMinutes { get; init; }

    /// <summary>How often all of them are called before others are told.</summary>
    public int CallRounds { get; init; } = 1;

    /// <summary>Passes unless the document is normative (规范性文件).</summary>
    public bool OnlyNormative { get; init; }
}
