using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>Tells who hasn't signed for what was sent in time, and who sent it. Only adds to the context; nothing where all have signed.</summary>
internal sealed class ReceiptWork(IOfficeData data, IssuedDocuments issued, DocumentText texts, OfficeSettings settings, NoticeWriter notices, EventLog events)
{
    public async Task DoAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        var sent = await data.Distributions.Include(row => row.Receipts).SingleAsync(row => row.Id == deadline.DistributionId, cancellationToken);
        var open = sent.Receipts.Where(receipt => receipt is { UnitId: not null, ReceivedAt: null }).OrderBy(receipt => receipt.Order).ToList();
        if (open.Count == 0)
            return;
        var document = await data.Documents.SingleAsync(row => row.Id == sent.DocumentId, cancellationToken);
        var sentOn = (await settings.ReadCalendarAsync(cancellationToken)).Show(sent.At);
        var receivers = await issued.ReceiversAsync(open, cancellationToken);
        await notices.TellAsync(
            [.. receivers.SelectMany(unit => unit)], NoticeKind.Reminder, $"deadline/{deadline.Id}", $"《{document.Title}》（{document.Number}）已于{sentOn}发出，请签收。", document.Id, null, cancellationToken);
        var names = string.Join('、', open.Select(receipt => receipt.RecipientName));
        if (sent.ByPersonId is { } sender)
            await notices.TellAsync([sender], NoticeKind.Overdue, $"deadline/{deadline.Id}/sender", $"《{document.Title}》（{document.Number}）还有{open.Count}个单位没有签收：{names}。", document.Id, null, cancellationToken);
        var silent = open.Where(receipt => !receivers[receipt.UnitId!].Any()).Select(receipt => receipt.RecipientName).ToList();
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), "提醒签收") with
        {
            Opinion = silent.Count == 0 ? names : $"{names}；其中{string.Join('、', silent)}没有签收人，请电话联系",
        });
    }
}
