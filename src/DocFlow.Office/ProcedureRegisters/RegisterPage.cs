using DocFlow.Office.Dossiers;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>A page of a register.</summary>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Totals">Sums over all pages, by column.</param>
/// <param name="Groups">The groups that were asked for, the largest first.</param>
public sealed record RegisterPage(
    string ProcedureId, string Name, IReadOnlyList<RegisterHead> Columns, IReadOnlyList<RegisterRow> Rows, int Total,
    IReadOnlyDictionary<string, decimal> Totals, IReadOnlyList<RegisterGroup> Groups)
{
    /// <summary>What could be shown.</summary>
    public IReadOnlyList<RegisterHead> AllColumns { get; init; } = [];

    /// <summary>The help of its procedure; null for none.</summary>
    public ProcedureHelp? Help { get; init; }
}

/// <summary>A column's head.</summary>
/// <param name="From">Its name in queries.</param>
/// <param name="CanSort">Whether it can be sorted and filtered by.</param>
/// <param name="Options">What can be chosen where it is filtered; empty for a free text.</param>
public sealed record RegisterHead(string Title, string From, bool CanSort, bool IsNumber, double Width, IReadOnlyList<string> Options);

/// <summary>A matter in a register.</summary>
/// <param name="Cells">In the order of the columns.</param>
/// <param name="Light">Null without a deadline, and once it is over.</param>
public sealed record RegisterRow(string DocumentId, DocumentState State, Light? Light, IReadOnlyList<RegisterCell> Cells);

/// <summary>What stands in a cell.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Number">Of a number.</param>
/// <param name="Day">Of a day.</param>
public sealed record RegisterCell(string? Text, decimal? Number = null, DateOnly? Day = null);

/// <summary>Matters with the same value in a column.</summary>
public sealed record RegisterGroup(string Value, int Count, IReadOnlyDictionary<string, decimal> Totals);
