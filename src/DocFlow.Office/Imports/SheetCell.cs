namespace DocFlow.Office.Imports;

/// <summary>A cell of a list that is imported.</summary>
/// <param name="Place">As the program that wrote it names it: C7.</param>
/// <param name="Text">As shown: a day as yyyy-MM-dd, a number in plain figures.</param>
/// <param name="Problem">Why it can't be taken, in Chinese; null when it can.</param>
internal sealed record SheetCell(string Place, string Text, string? Problem = null);

/// <summary>A row of a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">By column, from 1; empty cells are left out.</param>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells);
