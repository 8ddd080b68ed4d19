using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Opinions;

/// <inheritdoc />
internal sealed class OpinionDesk(
    IOfficeData data, DocumentAccess access, DocumentText texts, OfficeDirectory directory, OpinionList list, FreshRows rows, EventLog events, OfficeClock clock)
    : IOpinions
{
    private const int MostReason = 2000;

    private static readonly StepKind[] Kinds = [StepKind.Countersign, StepKind.Review];

    public async Task<OpinionSheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        return new OpinionSheet(
            await list.OfAsync(documentId, Kinds, cancellationToken), document.CurrentVersion, await access.AnswersForAsync(personId, document, cancellationToken));
    }

    public Task<OpinionRow> AnswerAsync(
        string personId, string documentId, string seatId, Adoption adoption, string? reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryAnswerAsync(personId, documentId, seatId, adoption, reason, cancellationToken));

    private async Task<OpinionRow> TryAnswerAsync(
        string personId, string documentId, string seatId, Adoption adoption, string? reason, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var opinion = await FindAsync(documentId, seatId, cancellationToken);
        var words = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (opinion.Adoption == adoption && opinion.Reason == words)
            return opinion;
        await RefuseAsync(personId, document, opinion, adoption, words, cancellationToken);

        var answer = await data.OpinionAnswers.FindAsync([seatId], cancellationToken);
        if (answer is null)
            data.OpinionAnswers.Add(new OpinionAnswer { SeatId = seatId, Adoption = adoption, Reason = words, AnsweredById = personId, At = clock.Now });
        else
            (answer.Adoption, answer.Reason, answer.AnsweredById, answer.At) = (adoption, words, personId, clock.Now);
        var version = await texts.CurrentAsync(document, cancellationToken);
        events.Add(ActRecord.On(version, AdoptionNames.Of(adoption)) with
        {
            Actor = await directory.PersonAsync(personId, cancellationToken),
            OnBehalfOf = await access.RevisesForAsync(personId, document, cancellationToken),
            StepName = opinion.StepName,
            Opinion = $"对{opinion.UnitName}{opinion.PersonName}的意见{(words is null ? "" : $"：{words}")}",
        });
        // A signature given in this instant conflicts with it.
        data.Touch(document);
        await data.SaveChangesAsync(cancellationToken);
        return await FindAsync(documentId, seatId, cancellationToken);
    }

    private async Task RefuseAsync(
        string personId, Document document, OpinionRow opinion, Adoption adoption, string? reason, CancellationToken cancellationToken)
    {
        if (document.State != DocumentState.Running)
            throw RefusalException.Conflict($"《{document.Title}》{(document.State == DocumentState.Void ? "已作废" : "已签发")}，意见采纳情况不能再改。");
        if (!await access.AnswersForAsync(personId, document, cancellationToken))
            throw RefusalException.Forbidden("意见采纳情况由拟稿人或正在修改文稿的人填写。");
        if (!Enum.IsDefined(adoption))
            throw RefusalException.Invalid("请选择采纳、部分采纳或不采纳。");
        if (!opinion.IsToBeAnswered)
            throw RefusalException.Invalid(opinion.IsBySystem ? "这一席位按规定视为无意见，不需要填写采纳情况。" : "这一席位没有写意见，不需要填写采纳情况。");
        if (adoption != Adoption.Adopted && reason is null)
            throw RefusalException.Invalid($"{AdoptionNames.Of(adoption)}须写明理由。");
        PlainText.Require(reason, "采纳情况的理由", MostReason);
    }

    private async Task<OpinionRow> FindAsync(string documentId, string seatId, CancellationToken cancellationToken) =>
        (await list.OfAsync(documentId, Kinds, cancellationToken)).FirstOrDefault(row => row.SeatId == seatId)
        ?? throw RefusalException.NotFound("这条意见");
}
