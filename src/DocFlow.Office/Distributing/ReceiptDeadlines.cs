using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;

namespace DocFlow.Office.Distributing;

/// <summary>When what was sent is to be signed for, by the office's rule. Only adds to the context.</summary>
internal sealed class ReceiptDeadlines(IOfficeData data, OfficeSettings settings)
{
    // A receipt within the last minute is in time.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task AddAsync(Distribution sent, CancellationToken cancellationToken)
    {
        var days = (await settings.ReadAsync<ReceiptSetting>(ReceiptSetting.Key, cancellationToken) ?? ReceiptSetting.Usual).WorkingDays;
        if (days == 0 || sent.Receipts.TrueForAll(receipt => receipt.UnitId is null))
            return;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        data.Deadlines.Add(new Deadline
        {
            Id = OfficeId.New(sent.At), DistributionId = sent.Id, Kind = DeadlineKind.Receipt, DueAt = calendar.DueAfter(sent.At, days) + Grace,
        });
    }
}
