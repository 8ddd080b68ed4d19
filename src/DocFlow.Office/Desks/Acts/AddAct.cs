using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>加签: another person asked on the same step, before the asker, at the same time or after.</summary>
internal sealed class AddAct(IOfficeData data, OfficeDirectory directory, SeatHolders holders, SeatChangeRecord record, OfficeClock clock)
{
    private const string Name = "加签";

    public async Task<string> DoAsync(string actorId, string seatId, string personId, string reason, SeatPlace place, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        AnswerRules.RequireReason(reason, Name);
        var item = seat.WorkItem!;
        if (item.Seats.Find(other => other.AskedBySeatId == seatId && other.PersonId == personId && other.Place == place && other.IsPending) is { } before)
            return before.Id;
        var person = await directory.PersonAsync(personId, cancellationToken);
        SeatChangeRecord.RefuseSeated(item, person);
        var postId = await holders.PostForAsync(seat, person, Name, cancellationToken);
        var shown = Shown(place);
        var added = new Seat
        {
            Id = OfficeId.New(clock.Now),
            WorkItemId = item.Id,
            Order = item.Seats.Max(other => other.Order) + 1,
            PersonId = person.Id,
            PostId = postId,
            PostShown = $"{person.Name}（{shown}）",
            AskedBySeatId = seatId,
            Place = place,
            State = place == SeatPlace.After ? SeatState.Waiting : SeatState.Open,
        };
        data.Seats.Add(added);
        await record.SaveAsync(seat, added, holding, Name, shown, reason, person, cancellationToken);
        return added.Id;
    }

    private static string Shown(SeatPlace place) => place switch
    {
        SeatPlace.Before => "前加签",
        SeatPlace.After => "后加签",
        _ => Name,
    };
}
