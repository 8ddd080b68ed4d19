namespace DocFlow.Office.ProcedureRegisters;

/// <summary>A completion matrix (完成情况表): who has done what.</summary>
/// <param name="Done">How many rows have all that they have to do done.</param>
public sealed record RegisterMatrix(IReadOnlyList<string> Columns, IReadOnlyList<MatrixRow> Rows, int Done);

/// <summary>A row of the matrix.</summary>
/// <param name="Cells">In the order of the columns; null where nothing is to be done.</param>
public sealed record MatrixRow(string Name, IReadOnlyList<MatrixCell?> Cells)
{
    /// <summary>All that it has to do is done.</summary>
    public bool IsDone => Cells.All(cell => cell is null || cell.Done == cell.All);
}

/// <summary>How many are done of how many.</summary>
/// <param name="Light">The most urgent light of those that aren't done; null without a deadline.</param>
public sealed record MatrixCell(int Done, int All, Light? Light = null);
