namespace DocFlow.Office.Procedures;

/// <summary>What of a procedure's events assessment counts (指标), and for whom.</summary>
/// <param name="Name">As formulas say it; several procedures may count for the same one.</param>
/// <param name="Act">The event: an outcome of a step, or an act such as 归档.</param>
/// <param name="Step">Of this step only; null for any.</param>
/// <param name="Of">登记人, 办理人, step:name for who decided it last, or field:key.</param>
/// <param name="IsLate">Only when it came after its deadline.</param>
/// <param name="Amount">The number field that says how much it counts; null for one.</param>
/// <param name="Where">Only when these fields say so.</param>
public sealed record ProcedureMeasure(string Name, string Act, string? Step, string Of, bool IsLate, string? Amount, IReadOnlyDictionary<string, string> Where)
{
    public const string Starter = "登记人";
    public const string Actor = "办理人";
    public const string StepPrefix = "step:";
    public const string FieldPrefix = "field:";
}
