namespace DocFlow.Office.Settings;

/// <summary>What an office decides once for all its documents.</summary>
/// <param name="IsRecountersignRequired">A revision that comes straight back is countersigned anew when its text has changed (实质修改须重新会签).</param>
/// <param name="DigestHour">At which full hour of a working day those who chose it get their digest, 0 to 23.</param>
public sealed record OfficeRules(bool IsRecountersignRequired, int DigestHour);
