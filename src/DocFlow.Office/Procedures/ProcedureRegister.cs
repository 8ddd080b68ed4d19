namespace DocFlow.Office.Procedures;

/// <summary>A procedure's register (台账): a view over its matters.</summary>
/// <param name="Period">How the printed register is cut: by month, quarter or year of registration; null for whole.</param>
public sealed record ProcedureRegister(string Name, IReadOnlyList<RegisterColumn> Columns, RegisterPeriod? Period);

/// <summary>A column of a register.</summary>
/// <param name="Source">Where its values come from.</param>
/// <param name="Name">The field's key, the step's name or the document's element.</param>
/// <param name="Part">What of a step: opinion, person, date or outcome.</param>
/// <param name="Width">In print, in relation to the others.</param>
/// <param name="HasTotal">Summed below.</param>
public sealed record RegisterColumn(string Title, ColumnSource Source, string Name, string? Part, double Width, bool HasTotal)
{
    /// <summary>The declaration's word for it, by which it is sorted and filtered.</summary>
    public string From => Source switch
    {
        ColumnSource.Field => $"field:{Name}",
        ColumnSource.Step => $"step:{Name}.{Part}",
        ColumnSource.Document => $"document:{Name}",
        _ => Name,
    };
}

/// <summary>Where a column's values come from.</summary>
public enum ColumnSource
{
    /// <summary>The matter itself: title, number, state, light …</summary>
    Matter,

    /// <summary>A field of the forms.</summary>
    Field,

    /// <summary>A step's decision.</summary>
    Step,

    /// <summary>An element of the official document.</summary>
    Document,
}

/// <summary>How a register is cut.</summary>
public enum RegisterPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>A completion matrix: who has done what.</summary>
/// <param name="Rows">A field's key.</param>
/// <param name="Columns">A field's key, or null for the register's period.</param>
public sealed record ProcedureMatrix(string Rows, string? Columns);
