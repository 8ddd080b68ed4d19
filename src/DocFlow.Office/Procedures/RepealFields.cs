namespace DocFlow.Office.Procedures;

/// <summary>What says of a procedure's matters that a document was repealed (废止), once they are closed.</summary>
/// <param name="Number">The field with the document's number.</param>
/// <param name="Conclusion">The choice that says so.</param>
/// <param name="Value">The option that means it.</param>
public sealed record RepealFields(string Number, string Conclusion, string Value);
