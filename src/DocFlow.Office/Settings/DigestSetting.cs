namespace DocFlow.Office.Settings;

/// <summary>At which full hour of a working day the digests go out.</summary>
public sealed record DigestSetting(int Hour)
{
    public const string Key = "digest";

    /// <summary>Half an hour before work begins.</summary>
    public static DigestSetting Usual { get; } = new(8);
}
