namespace DocFlow.Office.Procedures;

/// <summary>A field of a procedure's forms.</summary>
public sealed record ProcedureField
{
    /// <summary>Its name in the data, such as <c>sender</c>.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }

    public FieldType Type { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Several people, units or choices.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The smallest number, or the first day as yyyy-MM-dd.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest number, or the last day as yyyy-MM-dd.</summary>
    public string? Max { get; init; }

    /// <summary>In characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression for the whole text.</summary>
    public string? Pattern { get; init; }

    /// <summary>How many places a number may have after its point.</summary>
    public int Decimals { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Of a table.</summary>
    public IReadOnlyList<ProcedureField> Columns { get; init; } = [];

    public string? Default { get; init; }

    /// <summary>
    /// What is taken from the document or matter that a new one is born from: title, number, field:key or step:name.part; null for nothing.
    /// </summary>
    public string? Prefill { get; init; }

    /// <summary>A line below the field.</summary>
    public string? Help { get; init; }
}
