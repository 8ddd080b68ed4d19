namespace DocFlow.Office.Reports;

/// <summary>市县联动看板: how the units stand in what they are charged with, counted from the registers as they are now.</summary>
public interface ISupervisionBoard
{
    /// <summary>The boards of all procedures of a group that charge units; who may not read a whole register sees what their own matters count.</summary>
    Task<IReadOnlyList<UnitBoard>> ReadAsync(string personId, string group, CancellationToken cancellationToken = default);
}

/// <summary>One procedure's board.</summary>
/// <param name="FilterBy">The register's column of the unit, by which a count leads to its rows; null where it can't be filtered by.</param>
public sealed record UnitBoard(string ProcedureId, string Name, string? FilterBy, IReadOnlyList<UnitBoardPart> Parts);

/// <summary>The city's own units or the counties.</summary>
public sealed record UnitBoardPart(string Name, UnitCounts Total, IReadOnlyList<UnitCounts> Units);

/// <summary>A unit's counts.</summary>
public sealed record UnitCounts(string Unit, int All, int Red, int Yellow, int Green, int NoDeadline, int Closed, int ClosedLate)
{
    public int Running => Red + Yellow + Green + NoDeadline;
}
