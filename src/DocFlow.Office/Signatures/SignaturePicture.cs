namespace DocFlow.Office.Signatures;

/// <summary>A picture of somebody's hand (签名图样), as its owner or the keeper of seals gave it.</summary>
/// <param name="FileHash">The kept PNG.</param>
/// <param name="WidthInPixels">Its proportions; the form scales it to its box.</param>
/// <param name="ByName">Who handed it in.</param>
/// <param name="RetiredAt">Signatures from then on don't bear it; those before keep it.</param>
public sealed record SignaturePicture(
    string Id, string PersonId, string PersonName, string FileHash, int WidthInPixels, int HeightInPixels, string ByName, DateTimeOffset At, DateTimeOffset? RetiredAt);

/// <summary>The register of pictures.</summary>
internal sealed record SignatureSetting(IReadOnlyList<SignaturePicture> Pictures)
{
    public const string Key = "signatures";

    public static SignatureSetting None { get; } = new([]);
}
