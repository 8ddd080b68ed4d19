namespace DocFlow.Office.Procedures;

/// <summary>The help of a procedure (办事说明): its steps in order, what it rests on, and what else is to be known. Plain text.</summary>
public sealed record ProcedureHelp(IReadOnlyList<string> Steps, IReadOnlyList<string> Sources, IReadOnlyList<string> Notes);
