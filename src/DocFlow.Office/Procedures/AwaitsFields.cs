namespace DocFlow.Office.Procedures;

/// <summary>The fields of a matter that waits for an answer (复函) to a document of the office.</summary>
/// <param name="Number">The document's number; in the form.</param>
/// <param name="From">Who is to answer; in the form.</param>
/// <param name="By">The day by which an answer was asked for, in the form; null for none.</param>
/// <param name="Reply">Takes what came in.</param>
public sealed record AwaitsFields(string Number, string From, string? By, string Reply);
