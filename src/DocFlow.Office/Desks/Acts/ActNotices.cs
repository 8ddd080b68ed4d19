using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Tells people of acts that give them work, take it from them or send a document back. Only adds to the context.</summary>
internal sealed class ActNotices(NoticeWriter notices)
{
    public Task ReturnedAsync(
        WorkItem item, Person actor, string? opinion, string? toStep, IEnumerable<string> toPeople, CancellationToken cancellationToken) =>
        notices.TellAsync(
            [.. toPeople.Append(item.Document!.DrafterId)], NoticeKind.Return, $"return/{item.Id}",
            $"{actor.Name}在“{item.StepName}”把《{item.Document.Title}》退回{(toStep is null ? "拟稿人" : $"到“{toStep}”")}：{opinion}", item.DocumentId, actor.Id, cancellationToken);

    public Task TakenBackAsync(WorkItem item, Person actor, IReadOnlyList<string> holders, CancellationToken cancellationToken) => notices.TellAsync(
        holders, NoticeKind.Return, $"take-back/{item.Id}", $"{actor.Name}取回了《{item.Document!.Title}》，“{item.StepName}”暂不需要办理。", item.DocumentId, actor.Id, cancellationToken);

    public Task SignatureVoidAsync(WorkItem item, string signerId, string why, string? actorId, CancellationToken cancellationToken) => notices.TellAsync(
        [signerId], NoticeKind.SignatureVoid, $"signature-void/{item.Id}", $"您签发的《{item.Document!.Title}》在“{item.StepName}”被{why}，签发失效，改后须重新签发。",
        item.DocumentId, actorId, cancellationToken);

    /// <summary>A seat given or taken away: 转办, 加签, 减签.</summary>
    public Task SeatAsync(WorkItem item, string seatId, Person actor, string personId, string act, string reason, CancellationToken cancellationToken)
    {
        var what = act switch
        {
            "减签" => $"{actor.Name}撤销了您在《{item.Document!.Title}》“{item.StepName}”的席位",
            "转办" => $"{actor.Name}把《{item.Document!.Title}》的“{item.StepName}”转给您办理",
            _ => $"{actor.Name}请您在《{item.Document!.Title}》的“{item.StepName}”{act}",
        };
        var key = string.Create(CultureInfo.InvariantCulture, $"seat/{seatId}/{item.SeatChanges}");
        return notices.TellAsync([personId], NoticeKind.Seats, key, $"{what}：{reason}", item.DocumentId, actor.Id, cancellationToken, act == "减签" ? null : item.Id);
    }
}
