using DocFlow.Office.Dossiers;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Matters;

/// <summary>What a matter's page shows in place of an official document's pages.</summary>
/// <param name="OriginalDueAt">The first deadline, when it was extended.</param>
/// <param name="RegisterName">The register that it stands in; null without one.</param>
public sealed record MatterView(
    string ProcedureTitle, IReadOnlyList<MatterLine> Lines, DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, Light? Light, DateTimeOffset? ClosedAt, string? RegisterName)
{
    /// <summary>The procedure by which something that happens meanwhile is reported with one press; null for none, and once it is over.</summary>
    public string? Raises { get; init; }

    /// <summary>It is about a hand-over, whose sheet can be printed.</summary>
    public bool HandsOver { get; init; }
}

/// <summary>A field that has a value.</summary>
/// <param name="FileHash">Of a file.</param>
/// <param name="Restriction">Who alone may read it, in words; null for an open field. The text is then read by itself, with a record.</param>
public sealed record MatterLine(string Key, string Label, FieldType Type, string Text, string? FileHash, string? Restriction = null);

/// <summary>Another document or matter that this one is linked with.</summary>
/// <param name="IsOrigin">This one was born from it; otherwise it was born from this one.</param>
public sealed record MatterLink(string DocumentId, string Title, string Kind, string? Number, DocumentState State, bool IsOrigin);

/// <summary>A field that is filled in with a decision.</summary>
/// <param name="Value">What stands there now; people and units by id; null for a restricted field.</param>
/// <param name="Restriction">Who alone may read it, in words; null for an open field.</param>
/// <param name="IsFilled">There is a restricted text, which stays unless another one is filled in.</param>
public sealed record FieldToFill(ProcedureField Field, string? Value, string? Restriction = null, bool IsFilled = false);
