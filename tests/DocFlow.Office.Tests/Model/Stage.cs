using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Chooses seat and actor of a try, and knows who may act on a seat.</summary>
internal sealed class Stage(IPlayedOffice office, IReadOnlyList<string> people, string documentId)
{
    public string Anybody(int number) => people[number % people.Count];

    public async Task<Scene> LookAsync(OfficeCommand command)
    {
        var (document, seats) = await office.ActAsync<IOfficeData, (Document, List<Seat>)>(async data => (
            await data.Documents.AsNoTracking().SingleAsync(row => row.Id == documentId),
            await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Where(seat => seat.WorkItem!.DocumentId == documentId).ToListAsync()));

        // By time and order, not by chance ids: the same numbers mean the same in every run.
        seats = [.. seats.OrderBy(seat => seat.WorkItem!.OpenedAt).ThenBy(seat => seat.WorkItem!.ClosedAt ?? DateTimeOffset.MaxValue).ThenBy(seat => seat.Order)];
        var pending = seats.FindAll(seat => seat.IsPending);

        // Somebody whose page is of yesterday presses on what is over.
        var among = command.Whom % 12 == 11 || pending.Count == 0 ? seats : pending;
        var seat = among.Count == 0 ? null : among[command.Whom % among.Count];
        return new Scene(document, await ActorAsync(command.Who, seat), seat);
    }

    /// <summary>By the rules for 本人, 代理 and B角.</summary>
    public async Task<bool> MayActAsync(string actor, Seat seat) =>
        seat.PersonId == actor || (await DelegatesAsync(seat)).Contains(actor) || (await StandInsAsync(seat)).Contains(actor);

    private async Task<string> ActorAsync(int who, Seat? seat) => (seat, who % 10) switch
    {
        (not null, < 6) => seat.PersonId,
        (not null, 6) => (await DelegatesAsync(seat)).FirstOrDefault(seat.PersonId),
        (not null, 7) => (await StandInsAsync(seat)).FirstOrDefault(seat.PersonId),
        _ => Anybody(who),
    };

    private Task<List<string>> DelegatesAsync(Seat seat) => seat.WorkItem!.StepKind is StepKind.Sign or StepKind.Seal
        ? Task.FromResult<List<string>>([])
        : office.ActAsync<IOfficeData, List<string>>(data => data.Delegations
            .Where(row => row.FromPersonId == seat.PersonId && row.From <= office.Now && office.Now < row.To).Select(row => row.ToPersonId).ToListAsync());

    private Task<List<string>> StandInsAsync(Seat seat) => office.ActAsync<IOfficeData, List<string>>(data => data.Appointments
        .Where(row => row.IsActing && row.PostId == seat.PostId && row.From <= office.Now && (row.To == null || office.Now < row.To)).Select(row => row.PersonId).ToListAsync());
}
