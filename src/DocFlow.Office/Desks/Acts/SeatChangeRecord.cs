using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>What 转办, 加签 and 减签 leave behind: event, notice, and a change of the item that no decision in the same instant can miss.</summary>
internal sealed class SeatChangeRecord(IOfficeData data, OrganisationReader organisations, DocumentText texts, EventLog events, ActNotices notices)
{
    /// <param name="seat">The seat that is acted from; for 减签 the one that is withdrawn.</param>
    /// <param name="given">The seat that the person gets or loses.</param>
    /// <param name="act">As the event names it; <paramref name="shown"/> says it more exactly.</param>
    public async Task SaveAsync(
        Seat seat, Seat given, SeatHolding holding, string act, string shown, string reason, Person person, CancellationToken cancellationToken)
    {
        var item = seat.WorkItem!;
        var version = await texts.CurrentAsync(item.Document!, cancellationToken);
        var detail = new Dictionary<string, string> { [TraceFacts.Person] = person.Name };
        if (await PostOfAsync(given, person, cancellationToken) is { } post)
            detail[TraceFacts.Post] = post;
        if (shown != act)
            detail["方式"] = shown;
        events.Add(ActRecord.On(version, act) with
        {
            Actor = holding.Actor,
            OnBehalfOf = holding.OnBehalfOf,
            PostShown = seat.PostShown,
            StepName = item.StepName,
            Opinion = reason.Trim(),
            Detail = detail,
        });
        item.SeatChanges++;
        data.Touch(item.Document!);
        await notices.SeatAsync(item, given, holding.Actor, shown, reason.Trim(), cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether the same person did the same before on this visit: a press that is repeated.</summary>
    public Task<bool> WasDoneAsync(WorkItem item, string act, string actorId, CancellationToken cancellationToken) => data.Events.AnyAsync(
        record => record.DocumentId == item.DocumentId && record.Act == act && record.ActorId == actorId
            && record.StepName == item.StepName && record.At >= item.OpenedAt,
        cancellationToken);

    // A seat of a post speaks for its unit, whatever else the person is.
    private async Task<string?> PostOfAsync(Seat given, Person person, CancellationToken cancellationToken) => given.PostId is { } postId
        ? await data.Posts.Where(post => post.Id == postId).Select(post => post.Unit!.Name + post.Name).SingleAsync(cancellationToken)
        : await organisations.PostOfAsync(person.Id, cancellationToken);

    public static void RefuseSeated(WorkItem item, Person person)
    {
        if (item.Seats.Exists(seat => seat.PersonId == person.Id && (seat.IsPending || seat.State == SeatState.Decided)))
            throw RefusalException.Conflict($"{person.Name}已在本环节，不必重复。");
    }
}
