namespace DocFlow.Office.Seals;

/// <summary>The register of seals' pictures (印章图样).</summary>
/// <param name="UsesSamples">A trial office: organs without a picture of their own are sealed with one that bears the word 样章.</param>
internal sealed record SealSetting(IReadOnlyList<SealPicture> Pictures, bool UsesSamples)
{
    public const string Key = "seals";

    public static SealSetting None { get; } = new([], false);
}
