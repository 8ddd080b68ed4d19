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

    /// <summary>The smallest number, the first day as yyyy-MM-dd, or the first hour as HH:mm.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest number, the last day as yyyy-MM-dd, or the last hour as HH:mm.</summary>
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

    /// <summary>Who alone may read it (限阅): 登记人, field:key, 单位/岗位; empty for everybody who reads the matter.</summary>
    public IReadOnlyList<string> RestrictedTo { get; init; } = [];

    public bool IsRestricted => RestrictedTo.Count > 0;

    /// <summary>The list (清单) of the office that its options are taken from as it is now, <see cref="StepList"/> or <see cref="ProcedureList"/>; null where the declaration gives them.</summary>
    public string? List { get; init; }

    /// <summary>The <see cref="Prefill"/> of a table whose first column takes the duty sentences of the official document that a matter is born from.</summary>
    public const string Duties = "duties";

    /// <summary>The list of the steps of all procedures: 发文办理／秘书长审定.</summary>
    public const string StepList = "steps";

    /// <summary>The list of all procedures by their titles.</summary>
    public const string ProcedureList = "procedures";

    /// <summary>The list of all posts: 督查室/科员.</summary>
    public const string PostList = "posts";
}
