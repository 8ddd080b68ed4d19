namespace DocFlow.Office.Settings;

/// <summary>Within how many working days what was sent is to be signed for (签收期限); 0 for no reminder.</summary>
public sealed record ReceiptSetting(int WorkingDays)
{
    public const string Key = "receipt";

    public static ReceiptSetting Usual { get; } = new(1);
}
