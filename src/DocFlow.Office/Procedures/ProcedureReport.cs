namespace DocFlow.Office.Procedures;

/// <summary>A report (专报) that a procedure's register is turned into for a month, at a stated moment.</summary>
/// <param name="Template">Its folder under templates/.</param>
/// <param name="By">The fields whose values its tables count by.</param>
public sealed record ProcedureReport(string Name, string Template, IReadOnlyList<string> By);
