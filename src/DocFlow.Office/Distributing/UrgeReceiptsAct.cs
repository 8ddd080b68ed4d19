using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>催签收: a line to those who haven't signed for what they were sent.</summary>
internal sealed class UrgeReceiptsAct(IOfficeData data, IssuedDocuments issued, DocumentText texts, OfficeDirectory directory, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    private const string Name = "催签收";

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<string>> DoAsync(string actorId, string documentId, CancellationToken cancellationToken)
    {
        var document = await issued.ForRegistryAsync(actorId, documentId, Name, cancellationToken);
        var open = (await issued.DistributionsAsync(documentId, cancellationToken)).SelectMany(row => row.Receipts).Where(receipt => receipt is { UnitId: not null, ReceivedAt: null }).ToList();
        if (open.Count == 0)
            throw RefusalException.Conflict("各收文单位都已签收，不需要催。");
        var since = clock.Now - Pause;
        if (await data.Events.AnyAsync(row => row.DocumentId == documentId && row.Act == Name && row.At > since, cancellationToken))
            throw RefusalException.Conflict("一小时内已催过签收，请稍后再催。");
        var receivers = await issued.ReceiversAsync(open, cancellationToken);
        data.Touch(document);
        await notices.TellAsync(
            [.. receivers.SelectMany(unit => unit)], NoticeKind.Urge, $"receipts/{documentId}/{clock.Now.UtcTicks}", $"《{document.Title}》（{document.Number}）已印发，请尽快签收。", documentId, actorId, cancellationToken);
        List<string> names = [.. open.Select(receipt => receipt.RecipientName).Distinct()];
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), Name) with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            Opinion = string.Join('、', names),
        });
        await data.SaveChangesAsync(cancellationToken);
        return names;
    }
}
