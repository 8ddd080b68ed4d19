namespace DocFlow.Office.Settings;

/// <summary>Whether a text that has changed since its countersigning is countersigned anew before it goes on (实质修改须重新会签).</summary>
public sealed record RecountersignSetting(bool IsRequired)
{
    public const string Key = "recountersign";
}
