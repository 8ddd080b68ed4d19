using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class SeatFates(IOfficeData data, DocumentAccess access) : ISeatFates
{
    public async Task<string?> TellAsync(string personId, string seatId, CancellationToken cancellationToken = default)
    {
        var seat = await data.Seats.Include(row => row.Person).Include(row => row.WorkItem!.Seats).Include(row => row.WorkItem!.Document)
            .SingleOrDefaultAsync(row => row.Id == seatId, cancellationToken);
        if (seat?.WorkItem is not { Document: { } document } item || !await access.IsInsideAsync(personId, document, cancellationToken))
            return null;
        return seat.State switch
        {
            _ when document.State == DocumentState.Void => $"《{document.Title}》已作废",
            SeatState.Decided => $"{await NameAsync(seat.DecidedById!, cancellationToken)}已办理“{item.StepName}”（{seat.Outcome}）",
            SeatState.PassedByRule => $"“{item.StepName}”已按规定自动办结",
            SeatState.Withdrawn when item.ClosedAt is null => await WithdrawnAsync(seat, cancellationToken),
            SeatState.Withdrawn => await ClosedAsync(item, cancellationToken),
            _ => $"“{item.StepName}”现由{(seat.PostShown.StartsWith(seat.Person!.Name, StringComparison.Ordinal) ? seat.PostShown : seat.Person.Name)}办理",
        };
    }

    private async Task<string?> WithdrawnAsync(Seat seat, CancellationToken cancellationToken)
    {
        var acts = await ActsAsync(seat.WorkItem!, WithdrawAct.Name, cancellationToken);
        return (acts.Find(record => TraceFacts.PersonOf(record) == seat.Person!.Name) ?? acts.FirstOrDefault()) is { } act
            ? $"{act.ActorName}已减签，您不再办理“{seat.WorkItem!.StepName}”（{act.Opinion}）"
            : null;
    }

    private async Task<string?> ClosedAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var last = item.Seats.Where(other => other.State == SeatState.Decided && other.DecidedAt <= item.ClosedAt).MaxBy(other => other.DecidedAt);
        if (item.Outcome == StepOutcomes.Return && !item.Seats.Exists(other => other.Outcome == StepOutcomes.Return))
            return (await ActsAsync(item, TakeBackAct.Name, cancellationToken)).FirstOrDefault() is { } taken ? $"{taken.ActorName}已取回，“{item.StepName}”暂不需要办理" : $"“{item.StepName}”已经结束";
        return last is null ? $"“{item.StepName}”已经结束" : $"{await NameAsync(last.DecidedById!, cancellationToken)}已办理“{item.StepName}”（{last.Outcome}），本环节已经结束";
    }

    // The latest first. Taking back is told of the step that it goes to.
    private Task<List<OfficeEvent>> ActsAsync(WorkItem item, string act, CancellationToken cancellationToken) => data.Events.AsNoTracking()
        .Where(record => record.DocumentId == item.DocumentId && record.Act == act && record.At >= item.OpenedAt && (act == TakeBackAct.Name || record.StepName == item.StepName))
        .OrderByDescending(record => record.Sequence).ToListAsync(cancellationToken);

    private Task<string> NameAsync(string personId, CancellationToken cancellationToken) =>
        data.People.Where(person => person.Id == personId).Select(person => person.Name).SingleAsync(cancellationToken);
}
