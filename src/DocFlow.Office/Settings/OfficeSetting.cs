namespace DocFlow.Office.Settings;

/// <summary>One setting of the office, as JSON.</summary>
public sealed class OfficeSetting : IVersioned
{
    public required string Key { get; init; }

    public required string ValueJson { get; set; }

    public int Version { get; set; }
}
