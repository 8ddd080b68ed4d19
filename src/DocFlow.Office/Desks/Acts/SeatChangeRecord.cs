using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>What 转办, 加签 and 减签 leave behind: the event, and a change of the item that no decision in the same instant can miss.</summary>
internal sealed class SeatChangeRecord(IOfficeData data, DocumentText texts, EventLog events)
{
    public async Task SaveAsync(Seat seat, SeatHolding holding, string act, string reason, Person person, CancellationToken cancellationToken)
    {
        var item = seat.WorkItem!;
        var version = await texts.CurrentAsync(item.Document!, cancellationToken);
        events.Add(ActRecord.On(version, act) with
        {
            Actor = holding.Actor,
            OnBehalfOf = holding.OnBehalfOf,
            PostShown = seat.PostShown,
            StepName = item.StepName,
            Opinion = reason.Trim(),
            Detail = new Dictionary<string, string> { ["人员"] = person.Name },
        });
        item.SeatChanges++;
        data.Touch(item.Document!);
        await data.SaveChangesAsync(cancellationToken);
    }

    public static void RefuseSeated(WorkItem item, Person person)
    {
        if (item.Seats.Any(seat => seat.PersonId == person.Id && seat.State is SeatState.Open or SeatState.Decided))
            throw RefusalException.Conflict($"{person.Name}已在本环节，不必重复。");
    }
}
