namespace DocFlow.Office.ProcedureRegisters;

/// <summary>What of a register is asked for.</summary>
public sealed record RegisterQuery
{
    /// <summary>Words that title or number must have.</summary>
    public string? Search { get; init; }

    /// <summary>
    /// By column (as its <c>from</c> says): a part of a text, one choice, “1..9” or “2026-12-01..2026-12-31” for numbers and days; state 在办, 办结 or 作废; light 绿, 黄 or 红.
    /// </summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    /// <summary>A column; null for the order of registration, the newest first.</summary>
    public string? Sort { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>A column whose values are counted; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The columns that are shown, in their order; empty for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>As it stood at this moment; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>2026, 2026-Q4 or 2026-12: when it was registered; null for always.</summary>
    public string? Period { get; init; }

    /// <summary>Whether it asks for all matters that the person may see.</summary>
    internal bool IsUnnarrowed => string.IsNullOrEmpty(Period) && string.IsNullOrWhiteSpace(Search) && Filters.Values.All(string.IsNullOrWhiteSpace);
}
