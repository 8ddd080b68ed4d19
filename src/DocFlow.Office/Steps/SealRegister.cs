using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Registers;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class SealRegister(
    IOfficeData data, DocumentText texts, Recipients recipients, StepDeciders deciders, EventLog events, OfficeClock clock) : ISealRegister
{
    public async Task RecordAsync(string documentId, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        // The seal is on one signature: what is signed anew is sealed anew.
        var key = string.Create(CultureInfo.InvariantCulture, $"{documentId}/seal/{document.CurrentVersion}/{document.SignedAt?.UtcTicks}");
        if (data.SealRecords.Local.Any(record => record.Key == key) || await data.SealRecords.AnyAsync(record => record.Key == key, cancellationToken))
            return;
        var version = await texts.SignedAsync(document, cancellationToken);
        if (document.Number is null)
            throw RefusalException.Invalid($"《{document.Title}》尚未编号，不能用印。");
        var sealer = await deciders.LatestAsync(documentId, StepKind.Seal, cancellationToken)
            ?? throw RefusalException.Invalid($"《{document.Title}》没有监印人的办理记录，不能登记用印。");
        var numberer = await deciders.LatestAsync(documentId, StepKind.Number, cancellationToken);
        if (numberer?.Id == sealer.Id)
            throw RefusalException.Invalid("用印须由编号登记人以外的第二人监印，请调整任职后重试。");

        var copies = (await recipients.OfAsync(version.SourceText, cancellationToken)).Count;
        data.SealRecords.Add(new SealRecord
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = documentId,
            Key = key,
            SealedById = sealer.Id,
            RequestedById = numberer?.Id,
            Copies = copies,
            ContentHash = version.ContentHash,
            At = clock.Now,
        });
        events.Add(ActRecord.On(version, "用印登记") with
        {
            Actor = sealer,
            Detail = new Dictionary<string, string>
            {
                ["发文字号"] = document.Number,
                ["申请人"] = numberer?.Name ?? "",
                ["份数"] = copies.ToString(CultureInfo.InvariantCulture),
            },
        });
    }
}
