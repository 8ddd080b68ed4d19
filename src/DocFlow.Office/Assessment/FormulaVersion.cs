namespace DocFlow.Office.Assessment;

/// <summary>A version of the formula, in force from a month until the next version's; a month is computed with one version only.</summary>
/// <param name="From">The first month: 2026-12.</param>
/// <param name="Note">Why it was made.</param>
public sealed record FormulaVersion(int Number, string From, IReadOnlyList<ScoreLine> Lines, string Note, string By, DateTimeOffset At);

/// <summary>All versions, oldest first; none is ever changed.</summary>
public sealed record FormulaList(IReadOnlyList<FormulaVersion> Versions)
{
    public const string Key = "assessment/formulas";
}
