using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>What changes with a person's posts: appointments end and begin, delegations that were given or held end. Only adds to the context.</summary>
internal sealed class HandoverPosts(IOfficeData data, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    public async Task ChangeAsync(Handover handover, Person leaver, HandoverPeople people, Person? orderer, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        foreach (var appointment in await data.Appointments.Where(row => row.PersonId == leaver.Id && (row.To == null || row.To > now)).ToListAsync(cancellationToken))
            appointment.To = appointment.From > now ? appointment.From : now;
        if (handover.ToPostId is { } post)
            data.Appointments.Add(new Appointment { Id = OfficeId.New(now), PersonId = leaver.Id, PostId = post, From = now });
        foreach (var left in handover.SuccessorId is { } successor ? people.LeftPosts : [])
            data.Appointments.Add(new Appointment { Id = OfficeId.New(now), PersonId = handover.SuccessorId!, PostId = left, From = now });
        foreach (var delegation in await EndingAsync(data, leaver.Id, now, cancellationToken))
            await EndAsync(handover, delegation, leaver, orderer, now, cancellationToken);
    }

    /// <summary>The delegations that a person gave or holds and that haven't ended.</summary>
    public static Task<List<Delegation>> EndingAsync(IOfficeData data, string personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        data.Delegations.Include(row => row.FromPerson).Include(row => row.ToPerson)
            .Where(row => (row.FromPersonId == personId || row.ToPersonId == personId) && row.To > now && row.From < row.To).OrderBy(row => row.From).ToListAsync(cancellationToken);

    private async Task EndAsync(Handover handover, Delegation delegation, Person leaver, Person? orderer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        delegation.To = delegation.From > now ? delegation.From : now;
        var (from, to) = (delegation.FromPerson!, delegation.ToPerson!);
        var other = from.Id == leaver.Id ? to : from;
        events.Add(new ActRecord("委托终止")
        {
            Actor = orderer,
            Account = orderer is null ? handover.OrderedBy : null,
            Opinion = $"{leaver.Name}岗位变动",
            Detail = new Dictionary<string, string> { ["委托人"] = from.Name, ["代理人"] = to.Name },
        });
        await notices.TellAsync(
            [other.Id], NoticeKind.Seats, $"delegation-end/{delegation.Id}", $"{leaver.Name}岗位变动，{from.Name}对{to.Name}的委托代理已终止。", null, null, cancellationToken);
    }
}
