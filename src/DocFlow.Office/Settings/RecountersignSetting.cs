namespace DocFlow.Office.Settings;

/// <summary>Whether a revision that comes straight back is countersigned anew when its text has changed (实质修改须重新会签).</summary>
public sealed record RecountersignSetting(bool IsRequired)
{
    public const string Key = "recountersign";
}
