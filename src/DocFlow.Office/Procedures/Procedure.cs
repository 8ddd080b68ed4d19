namespace DocFlow.Office.Procedures;

/// <summary>What a workflow definition declares of an office procedure (办事事项) under <c>customProperties.docflow</c>; see docs/procedures.md.</summary>
public sealed record Procedure
{
    /// <summary>The definition's id.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The heading that it stands under in the catalogue (办事).</summary>
    public string Group { get; init; } = "其他";

    public string Description { get; init; } = "";

    /// <summary>Who may start it: 单位/岗位, 单位/* or 全体; empty for everybody.</summary>
    public IReadOnlyList<string> Starters { get; init; } = [];

    /// <summary>Who reads all its matters besides those who work on them, in the same words.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    public IReadOnlyList<ProcedureField> Fields { get; init; } = [];

    /// <summary>The keys of the fields that are filled in to start; empty for a procedure of official documents, which start as drafts.</summary>
    public IReadOnlyList<string> Form { get; init; } = [];

    /// <summary>The name of a matter's printed form (收文处理单 …); null for its title with 单.</summary>
    public string? Sheet { get; init; }

    /// <summary>The field that names a matter in lists.</summary>
    public string? TitleField { get; init; }

    /// <summary>The code (机关代字) under which matters are numbered as they start; null for none.</summary>
    public string? NumberCode { get; init; }

    /// <summary>What its matters say of a document from outside; null when they aren't about one.</summary>
    public IncomingFields? Incoming { get; init; }

    /// <summary>The official documents that its steps make.</summary>
    public IReadOnlyList<ProcedureDocument> Documents { get; init; } = [];

    /// <summary>The reports that its register is turned into.</summary>
    public IReadOnlyList<ProcedureReport> Reports { get; init; } = [];

    /// <summary>Which of its matters repeal a document; null for none.</summary>
    public RepealFields? Repeal { get; init; }

    /// <summary>What of its matters is shown beside the duty sentence that each came of; null for none.</summary>
    public DutyFields? Duty { get; init; }

    /// <summary>What its matters wait for; null when they don't wait for an answer to a letter.</summary>
    public AwaitsFields? Awaits { get; init; }

    public DeadlineRule? Deadline { get; init; }

    /// <summary>A matter's light is yellow from so many working days before it is due.</summary>
    public int YellowWorkingDays { get; init; } = 3;

    /// <summary>When its matters take people and rooms; null when they don't.</summary>
    public ScheduleRule? Schedule { get; init; }

    /// <summary>The procedure of what may happen while a matter runs and is reported with one press (突发情况); null for none.</summary>
    public string? Raises { get; init; }

    public ProcedureRegister? Register { get; init; }

    public ProcedureMatrix? Matrix { get; init; }

    /// <summary>The names of the steps that people decide, in their order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The number fields whose working days its matters' deadlines are put off by (延期).</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    public ProcedureHelp? Help { get; init; }

    /// <summary>Pairs that every period must cover; null for none.</summary>
    public ProcedureCoverage? Coverage { get; init; }

    /// <summary>What assessment counts of its events.</summary>
    public IReadOnlyList<ProcedureMeasure> Measures { get; init; } = [];

    /// <summary>Its matters can be annotated and never voided (只批注、不作废).</summary>
    public bool KeepsAll { get; init; }

    /// <summary>Whether it is started from a form, as a matter without an official document.</summary>
    public bool HasForm => Form.Count > 0;

    public ProcedureField? Find(string key) => Fields.FirstOrDefault(field => field.Key == key);
}
