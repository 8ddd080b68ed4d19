namespace DocFlow.Office.Procedures;

/// <summary>A mistake in a declaration.</summary>
/// <param name="Path">Its place in the definition's JSON.</param>
/// <param name="Message">What is wrong and how to mend it, in Chinese.</param>
public sealed record ProcedureProblem(string Path, string Message);
