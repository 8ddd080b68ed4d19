using DocFlow.Office.Desks;

namespace DocFlow.Host.Features.Documents;

/// <summary>A draft as sent by a client.</summary>
/// <param name="Source">The text (*.gw.txt).</param>
/// <param name="Version">The version that was read; ignored on creation.</param>
/// <param name="BornFromId">What a new draft is born from; ignored later.</param>
internal sealed record DraftRequest(string Source, int Version = 0, bool IsNormative = false, IReadOnlyList<string>? CosigningUnitIds = null, string? Note = null, string? BornFromId = null)
{
    public DraftContent ToContent(string? key = null) =>
        new() { SourceText = Source, IsNormative = IsNormative, CosigningUnitIds = CosigningUnitIds ?? [], Note = Note, Key = key, BornFromId = BornFromId };
}

/// <summary>Sending a draft into a procedure.</summary>
internal sealed record StartRequest(int Version, string? Procedure = null);

/// <summary>Why something is done.</summary>
internal sealed record ReasonRequest(string Reason);

/// <summary>A created draft.</summary>
internal sealed record CreatedDraft(string Id);

/// <summary>A saved draft.</summary>
/// <param name="Version">To be given back with the next save.</param>
internal sealed record SavedDraft(int Version);

/// <summary>A started procedure.</summary>
internal sealed record StartedProcedure(string InstanceId);
