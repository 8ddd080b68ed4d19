namespace DocFlow.Office.Settings;

/// <summary>What an office decides once for all its documents.</summary>
/// <param name="IsRecountersignRequired">A revision that comes straight back is countersigned anew when its text has changed (实质修改须重新会签).</param>
/// <param name="DigestHour">At which full hour of a working day those who chose it get their digest, 0 to 23.</param>
public sealed record OfficeRules(bool IsRecountersignRequired, int DigestHour)
{
    /// <summary>Within how many working days what was sent is to be signed for (签收); 0 for no reminder, 30 at most.</summary>
    public int ReceiptWorkingDays { get; init; } = ReceiptSetting.Usual.WorkingDays;
}
