namespace DocFlow.Office.Imports;

/// <summary>Importing existing lists into a procedure's register: one matter a row.</summary>
public interface IListImport
{
    /// <summary>What importing a file would do: nothing is kept.</summary>
    Task<ImportOutcome> TryAsync(string actorId, string procedureId, ImportedList list, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a matter for each row that is right, all of them or none, and tells what is wrong with the others. The same rows of the same file are imported once.
    /// </summary>
    Task<ImportOutcome> ImportAsync(string actorId, string procedureId, ImportedList list, CancellationToken cancellationToken = default);
}

/// <summary>A list that somebody brings.</summary>
/// <param name="Content">An .xlsx, or a .csv in UTF-8: the fields' labels on top.</param>
/// <param name="BornFromId">The matter that all of them are born from; null for none.</param>
public sealed record ImportedList(byte[] Content, string? BornFromId = null);

/// <summary>What became of a list.</summary>
/// <param name="Rows">Rows below its head.</param>
/// <param name="Right">Rows that can be imported, or were.</param>
/// <param name="Problems">What is wrong with the others.</param>
/// <param name="MatterIds">The matters, when it was imported.</param>
public sealed record ImportOutcome(int Rows, int Right, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> MatterIds);

/// <summary>What is wrong in a list.</summary>
/// <param name="Place">The cell, as the sheet names it: C7.</param>
/// <param name="Row">The row's number.</param>
public sealed record ImportProblem(string Place, int Row, string Reason);
