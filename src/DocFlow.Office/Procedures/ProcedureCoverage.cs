namespace DocFlow.Office.Procedures;

/// <summary>Who is to have a matter with whom in every period (应谈对象): what is lacking is an alert.</summary>
/// <param name="Who">The key of the field of people that names the one.</param>
/// <param name="Whom">The key of the field of people that names the other.</param>
/// <param name="On">The key of the date field that puts a matter into its period.</param>
/// <param name="Alert">What is said of a pair that is lacking: 本季度未谈.</param>
/// <param name="RemindWorkingDays">So many working days before the period's end the ones are told.</param>
public sealed record ProcedureCoverage(string Who, string Whom, string On, string Alert, int RemindWorkingDays, IReadOnlyList<CoveragePairs> Pairs);

/// <summary>One side and the other of pairs.</summary>
/// <param name="Who">单位/岗位, or 分管领导 for whoever is in charge of a unit.</param>
/// <param name="Whom">单位/岗位, 单位/*; empty for the people of the units that 分管领导 is in charge of.</param>
public sealed record CoveragePairs(string Who, IReadOnlyList<string> Whom);
