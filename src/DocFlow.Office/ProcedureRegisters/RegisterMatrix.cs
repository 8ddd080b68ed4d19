namespace DocFlow.Office.ProcedureRegisters;

/// <summary>A completion matrix (完成情况表): who has done what.</summary>
/// <param name="Done">How many rows have all that they have to do done.</param>
public sealed record RegisterMatrix(IReadOnlyList<string> Columns, IReadOnlyList<MatrixRow> Rows, int Done);

/// <summary>A row of the matrix.</summary>
/// <param name="Cells">In the order of the columns; null where nothing is to be done.</param>
public sealed record MatrixRow(string Name, IReadOnlyList<MatrixCell?> Cells);

/// <summary>How many are done of how many.</summary>
public sealed record MatrixCell(int Done, int All);
