using DocFlow.Office.People;

namespace DocFlow.Office.Dossiers;

/// <summary>An official document (公文) on its way through the office.</summary>
public sealed class Document : IVersioned
{
    public required string Id { get; init; }

    public required string Title { get; set; }

    /// <summary>The kind (文种) in Chinese; empty while the draft doesn't say.</summary>
    public required string Kind { get; set; }

    /// <summary>The workflow definition that it follows, known once it is sent for review.</summary>
    public string? ProcedureId { get; set; }

    public DocumentState State { get; set; }

    /// <summary>Whose document it is: who drafted it, or took it over (交接).</summary>
    public required string DrafterId { get; set; }

    public required string DrafterUnitId { get; init; }

    /// <summary>The ordinal of the current version, from 1.</summary>
    public int CurrentVersion { get; set; } = 1;

    /// <summary>The document number (发文字号), once given.</summary>
    public string? Number { get; set; }

    public string? SignerId { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>The SM3 of the text that was signed: what the signature vouches for.</summary>
    public string? SignedHash { get; set; }

    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>The workflow instance, decided when the procedure is started.</summary>
    public string? InstanceId { get; set; }

    /// <summary>A normative document (规范性文件), which needs a legality review.</summary>
    public bool IsNormative { get; set; }

    /// <summary>The urgency (特急、加急) in Chinese, or null.</summary>
    public string? Urgency { get; set; }

    /// <summary>The step that a return asked to come straight back to (直送退回人).</summary>
    public string? StraightToNodeId { get; set; }

    /// <summary>The step that it is on its way back to, past the steps before it (退回到某一步, 取回); null for the drafter.</summary>
    public string? ReturnToNodeId { get; set; }

    /// <summary>The step that an administrator moved it to: the procedure runs again and passes every step before it. Null once it is there.</summary>
    public string? JumpToNodeId { get; set; }

    /// <summary>The step that an administrator lets it pass at its next visit; null once it has passed.</summary>
    public string? SkipNodeId { get; set; }

    /// <summary>Why, for the trace.</summary>
    public string? SkipReason { get; set; }

    /// <summary>Since when the work on it stands still (暂停); null while it goes on.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Why it stands still.</summary>
    public string? PauseReason { get; set; }

    /// <summary>A matter (事项) of a procedure with a form: its versions hold the fields' values as JSON in place of an official document's text.</summary>
    public bool IsMatter { get; init; }

    /// <summary>When the whole matter is due (办理期限), by its procedure's rule; null for none.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The first <see cref="DueAt"/>, kept when it is extended; null while it wasn't.</summary>
    public DateTimeOffset? OriginalDueAt { get; set; }

    /// <summary>When a matter was closed (办结归档).</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The document or matter that it was born from (来源), for life; a 来文 that turns out to answer a letter gets it when that is found.</summary>
    public string? BornFromId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Drafter and key of the press that created it: unique, so that a repeated press finds this one.</summary>
    public string? CreationKey { get; init; }

    /// <summary>How often the text was saved: each save changes this row, so that a stale one is noticed.</summary>
    public int Saves { get; set; }

    public int Version { get; set; }

    public Person? Drafter { get; init; }

    public Unit? DrafterUnit { get; init; }
}
