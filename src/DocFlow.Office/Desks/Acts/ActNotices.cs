using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Tells people of acts that give them work, take it from them or send a document back. Only adds to the context.</summary>
internal sealed class ActNotices(NoticeWriter notices, SeatNotices seats, OfficeSettings settings)
{
    /// <summary>Seats whose turn has come: at the opening of their step, or after another seat (后加签).</summary>
    /// <param name="key">Names the opening.</param>
    public async Task ArrivedAsync(WorkItem item, Document document, IReadOnlyCollection<Seat> opened, string key, CancellationToken cancellationToken)
    {
        var until = item.DueAt is { } due ? $"，{(await settings.ReadCalendarAsync(cancellationToken)).Show(due)}前办完" : "";
        await seats.TellAsync(opened, NoticeKind.Work, _ => key, (_, inPlace) => $"《{document.Title}》的“{item.StepName}”请您{inPlace}办理{until}。", null, cancellationToken);
    }

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
    public Task SeatAsync(WorkItem item, Seat seat, Person actor, string act, string reason, CancellationToken cancellationToken)
    {
        var title = item.Document!.Title;
        var key = string.Create(CultureInfo.InvariantCulture, $"seat/{seat.Id}/{item.SeatChanges}");
        return act switch
        {
            "减签" => notices.TellAsync(
                [seat.PersonId], NoticeKind.Seats, key, $"{actor.Name}撤销了您在《{title}》“{item.StepName}”的席位：{reason}", item.DocumentId, actor.Id, cancellationToken),
            "转办" => GivenAsync(inPlace => $"{actor.Name}把《{title}》的“{item.StepName}”转给您{inPlace}办理：{reason}"),
            _ => GivenAsync(inPlace => $"{actor.Name}请您{inPlace}在《{title}》的“{item.StepName}”{act}：{reason}"),
        };

        Task GivenAsync(Func<string, string> textOf) => seats.TellAsync([seat], NoticeKind.Seats, _ => key, (_, inPlace) => textOf(inPlace), actor.Id, cancellationToken);
    }
}
