using DocFlow.Office.Dossiers;
using DocFlow.Office.Seals;

namespace DocFlow.Office.Steps;

/// <summary>What to draw.</summary>
/// <param name="SourceText">The version's source (*.gw.txt).</param>
/// <param name="Attachments">Annex files by the name that the source gives them.</param>
/// <param name="Number">发文字号; null before numbering.</param>
/// <param name="SignedOn">成文日期 in the office's zone, the day of signing; null before it.</param>
/// <param name="PrintedOn">印发日期 in the office's zone; null before it.</param>
/// <param name="SignerName">签发人, printed on documents to a superior; null before signing.</param>
public sealed record RenderOrder(
    string SourceText,
    IReadOnlyDictionary<string, byte[]> Attachments,
    RenderingPurpose Purpose,
    string? Number,
    DateOnly? SignedOn,
    DateOnly? PrintedOn,
    string? SignerName)
{
    /// <summary>The seals that it bears; none before 用印.</summary>
    public OrderedSeals Seals { get; init; } = OrderedSeals.None;
}
