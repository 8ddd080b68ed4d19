namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Which pairs a period has covered (应谈未谈).</summary>
/// <param name="Words">The period as read: 2026年第四季度.</param>
/// <param name="Alert">What is said of a pair that is lacking.</param>
public sealed record CoverageReading(string Period, string Words, string Alert, IReadOnlyList<CoverageRow> Rows, int Covered);

/// <summary>A pair.</summary>
/// <param name="On">The day of the first matter in the period; null while there is none.</param>
public sealed record CoverageRow(string WhoId, string Who, string WhomId, string Whom, DateOnly? On);
