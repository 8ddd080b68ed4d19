using DocFlow.Office.Desks;

namespace DocFlow.Host.Features.Documents;

/// <summary>A draft as sent by a client.</summary>
/// <param name="Source">The text (*.gw.txt).</param>
/// <param name="Version">The version that was read; ignored on creation.</param>
internal sealed record DraftRequest(string Source, int Version = 0, bool IsNormative = false, IReadOnlyList<string>? CosigningUnitIds = null, string? Note = null)
{
    public DraftContent ToContent() => new() { SourceText = Source, IsNormative = IsNormative, CosigningUnitIds = CosigningUnitIds ?? [], Note = Note };
}

/// <summary>Sending a draft into a procedure.</summary>
internal sealed record StartRequest(int Version, string? Procedure = null);

/// <summary>A text to look at.</summary>
internal sealed record PreviewRequest(string Source, int Page = 1);
