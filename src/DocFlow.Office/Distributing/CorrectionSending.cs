using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>Sends a corrected text to all who have the earlier one, and makes it the one that holds. Only adds to the context.</summary>
internal sealed class CorrectionSending(
    IOfficeData data, IssuedDocuments issued, FinalFiles files, ReceiptDeadlines deadlines, OfficeDirectory directory, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    /// <param name="actor">Whose press sends it.</param>
    public async Task SendAsync(Document document, Correction correction, DocumentVersion version, Person actor, CancellationToken cancellationToken)
    {
        var wrong = await data.DocumentVersions.AsNoTracking().SingleAsync(row => row.DocumentId == document.Id && row.Ordinal == correction.FromVersion, cancellationToken);
        (correction.State, correction.At, document.CurrentVersion, document.UpdatedAt) = (CorrectionState.Sent, clock.Now, version.Ordinal, clock.Now);
        await files.AddAsync(document, version, cancellationToken);
        var sent = await DistributeAsync(document, correction, cancellationToken);
        await TellAsync(document, correction, sent, actor.Id, cancellationToken);
        events.Add(ActRecord.On(version, "更正") with
        {
            Actor = actor,
            Opinion = correction.Reason,
            Detail = new Dictionary<string, string>
            {
                ["更正"] = string.Create(CultureInfo.InvariantCulture, $"第{wrong.Ordinal}稿，现行为第{version.Ordinal}稿"),
                ["原文"] = wrong.ContentHash,
                ["提出人"] = (await directory.PersonAsync(correction.ById, cancellationToken)).Name,
                ["发文字号"] = document.Number ?? "",
                ["发往"] = string.Join('，', sent.Receipts.Select(receipt => receipt.RecipientName)),
            },
        });
    }

    private async Task<Distribution> DistributeAsync(Document document, Correction correction, CancellationToken cancellationToken)
    {
        var receipts = await issued.ReceiptsAsync(document.Id, cancellationToken);
        var sent = new Distribution
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            Key = string.Create(CultureInfo.InvariantCulture, $"{document.Id}/correction/{correction.ToVersion}"),
            Kind = DistributionKind.Correction,
            ByPersonId = correction.ById,
            At = clock.Now,
            Copies = receipts.Count,
        };
        sent.Receipts.AddRange(receipts.Select((receipt, index) => new Receipt
        {
            Id = OfficeId.New(clock.Now), DistributionId = sent.Id, RecipientName = receipt.RecipientName, UnitId = receipt.UnitId, IsCopy = receipt.IsCopy, Order = index + 1,
        }));
        data.Distributions.Add(sent);
        await deadlines.AddAsync(sent, cancellationToken);
        return sent;
    }

    private async Task TellAsync(Document document, Correction correction, Distribution sent, string actorId, CancellationToken cancellationToken)
    {
        var receivers = await issued.ReceiversAsync(sent.Receipts, cancellationToken);
        await notices.TellAsync(
            [.. receivers.SelectMany(unit => unit)], NoticeKind.Issued, $"sent/{sent.Id}", $"《{document.Title}》（{document.Number}）有更正，请以更正后的为准并签收：{correction.Reason}", document.Id, actorId, cancellationToken);
        var sealers = await data.SealRecords.Where(record => record.DocumentId == document.Id).Select(record => record.SealedById).ToListAsync(cancellationToken);
        await notices.TellAsync(
            [.. sealers.Append(document.DrafterId).Append(document.SignerId).Append(correction.ById).OfType<string>().Distinct()], NoticeKind.Issued, $"corrected/{sent.Id}",
            $"您经手的《{document.Title}》（{document.Number}）印发后作了更正，已发给原收文单位：{correction.Reason}", document.Id, actorId, cancellationToken);
    }
}
