using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>加签: another person asked on the same step.</summary>
internal sealed class AddAct(IOfficeData data, OfficeDirectory directory, SeatHolders holders, SeatChangeRecord record, OfficeClock clock)
{
    private const string Name = "加签";

    public async Task<string> DoAsync(string actorId, string seatId, string personId, string reason, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        AnswerRules.RequireReason(reason, Name);
        var item = seat.WorkItem!;
        var person = await directory.PersonAsync(personId, cancellationToken);
        SeatChangeRecord.RefuseSeated(item, person);
        var postId = await holders.PostForAsync(seat, person, Name, cancellationToken);
        var added = new Seat
        {
            Id = OfficeId.New(clock.Now),
            WorkItemId = item.Id,
            Order = item.Seats.Max(other => other.Order) + 1,
            PersonId = person.Id,
            PostId = postId,
            PostShown = $"{person.Name}（加签）",
        };
        data.Seats.Add(added);
        await record.SaveAsync(seat, holding, Name, reason, person, cancellationToken);
        return added.Id;
    }
}
