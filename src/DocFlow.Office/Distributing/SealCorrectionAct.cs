using System.Globalization;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>The second person's answer to a correction: sealed and sent (用印), or given back (退回更正).</summary>
internal sealed class SealCorrectionAct(
    IOfficeData data, IssuedDocuments issued, CorrectionSealers sealers, CorrectionSending sending, OfficeDirectory directory, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    private const string Back = "退回更正";

    public async Task SealAsync(string actorId, string documentId, int toVersion, CancellationToken cancellationToken)
    {
        var (document, correction) = await FindAsync(actorId, documentId, toVersion, cancellationToken);
        if (correction.State == CorrectionState.Sent && correction.DecidedById == actorId)
            return;
        Require(correction);
        var version = await data.DocumentVersions.SingleAsync(row => row.DocumentId == documentId && row.Ordinal == toVersion, cancellationToken);
        var (sealer, corrector) = (await directory.PersonAsync(actorId, cancellationToken), await directory.PersonAsync(correction.ById, cancellationToken));
        var copies = (await issued.ReceiptsAsync(documentId, cancellationToken)).Count;
        correction.DecidedById = actorId;
        data.SealRecords.Add(new SealRecord
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = documentId,
            Key = string.Create(CultureInfo.InvariantCulture, $"{documentId}/seal/correction/{toVersion}"),
            SealedById = actorId,
            RequestedById = correction.ById,
            Copies = copies,
            ContentHash = version.ContentHash,
            At = clock.Now,
        });
        events.Add(ActRecord.On(version, "用印登记") with
        {
            Actor = sealer,
            Opinion = $"更正用印：{correction.Reason}",
            Detail = new Dictionary<string, string>
            {
                ["发文字号"] = document.Number ?? "", ["申请人"] = corrector.Name, ["份数"] = copies.ToString(CultureInfo.InvariantCulture),
            },
        });
        await sending.SendAsync(document, correction, version, sealer, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    }

    public async Task RefuseAsync(string actorId, string documentId, int toVersion, string reason, CancellationToken cancellationToken)
    {
        var (document, correction) = await FindAsync(actorId, documentId, toVersion, cancellationToken);
        AnswerRules.RequireReason(reason, Back);
        if (correction.State == CorrectionState.Refused && correction.DecidedById == actorId)
            return;
        Require(correction);
        (correction.State, correction.DecidedById, correction.RefusedBecause) = (CorrectionState.Refused, actorId, reason.Trim());
        var version = await data.DocumentVersions.SingleAsync(row => row.DocumentId == documentId && row.Ordinal == toVersion, cancellationToken);
        events.Add(ActRecord.On(version, Back) with { Actor = await directory.PersonAsync(actorId, cancellationToken), Opinion = reason.Trim() });
        data.Touch(document);
        await notices.TellAsync(
            [correction.ById], NoticeKind.Issued, $"correction-back/{correction.Id}", $"您提出的《{document.Title}》（{document.Number}）的更正未予用印：{reason.Trim()}", documentId, actorId, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task<(Document Document, Correction Correction)> FindAsync(string actorId, string documentId, int toVersion, CancellationToken cancellationToken)
    {
        var document = await issued.ForRegistryAsync(actorId, documentId, "更正用印", cancellationToken);
        var correction = await data.Corrections.SingleOrDefaultAsync(row => row.DocumentId == documentId && row.ToVersion == toVersion, cancellationToken) ?? throw RefusalException.NotFound("这次更正");
        return (await sealers.OthersAsync(correction.ById, cancellationToken)).Contains(actorId)
            ? (document, correction)
            : throw RefusalException.Forbidden(correction.ById == actorId ? "您提出的更正须由另一人用印。" : "更正由监印人用印。");
    }

    private static void Require(Correction correction)
    {
        if (correction.State != CorrectionState.Requested)
            throw RefusalException.Conflict(correction.State == CorrectionState.Sent ? "这次更正已经用印发出。" : "这次更正已经退回。");
    }
}
