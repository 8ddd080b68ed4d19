using DocFlow.Documents.Papers;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <inheritdoc />
internal sealed class HandoverDesk(
    IOfficeData data, FreshRows rows, HandoverRights rights, HandoverOrders orders, Holdings holdings, HandoverReader reader, HandoverPaper paper,
    OrganisationReader organisation, IOrganisationList people, OfficeDirectory directory, OfficeSettings settings, EventLog events, OfficeClock clock) : IHandoverDesk
{
    public Task<bool> MayOrderAsync(HandoverActor actor, CancellationToken cancellationToken = default) => rights.HasAsync(actor, cancellationToken);

    public async Task<IReadOnlyList<OrganisationUnit>> PeopleAsync(HandoverActor actor, CancellationToken cancellationToken = default)
    {
        await rights.RequireAsync(actor, cancellationToken);
        return await people.ReadAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<PostChoice>> PostsAsync(HandoverActor actor, CancellationToken cancellationToken = default)
    {
        await rights.RequireAsync(actor, cancellationToken);
        return await data.Posts.AsNoTracking().OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order)
            .Select(post => new PostChoice(post.Id, post.Unit!.Name + post.Name)).ToListAsync(cancellationToken);
    }

    public async Task<HandoverPreview> PreviewAsync(HandoverActor actor, string personId, CancellationToken cancellationToken = default)
    {
        await rights.RequireAsync(actor, cancellationToken);
        var leaver = await directory.PersonAsync(personId, cancellationToken);
        var found = await HandoverPeople.ReadAsync(data, organisation, leaver, cancellationToken);
        var held = await holdings.OfAsync(leaver.Id, leaver.Login, cancellationToken);
        var lines = held.ConvertAll(holding => found.Propose(holding) is { } owner
            ? new HandoverLine(holding.Document.Id, holding.Document.Title, holding.Words, owner, found.NameOf(owner), null)
            : new HandoverLine(holding.Document.Id, holding.Document.Title, holding.Words, null, null, null));
        var ending = await HandoverPosts.EndingAsync(data, leaver.Id, clock.Now, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        return new HandoverPreview(
            leaver.Id, leaver.Name, found.FromShown, lines, ending.ConvertAll(row => $"{row.FromPerson!.Name}委托{row.ToPerson!.Name}（至{calendar.Show(row.To)}）"));
    }

    public Task<string> OrderAsync(HandoverActor actor, HandoverRequest request, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var handover = await orders.AddAsync(actor, request, $"{actor.PersonId ?? actor.Account}/{request.Key ?? OfficeId.New(clock.Now)}", cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
            return handover;
        });

    public Task CancelAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var orderer = await rights.RequireAsync(actor, cancellationToken);
            var handover = await FindAsync(handoverId, cancellationToken);
            if (handover.CancelledAt is not null)
                return;
            if (handover.DoneAt is not null)
                throw RefusalException.Conflict("这次交接已经完成，不能取消；需要恢复的，请另办交接。");
            (handover.CancelledAt, handover.OpenPersonId) = (clock.Now, null);
            events.Add(new ActRecord("取消交接") { Actor = orderer, Account = orderer is null ? actor.Account : null, Detail = new Dictionary<string, string> { ["移交人"] = handover.Person!.Name } });
            await data.SaveChangesAsync(cancellationToken);
        });

    public Task SignAsync(string personId, string handoverId, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var handover = await FindAsync(handoverId, cancellationToken);
            if (!HandoverReader.IsOfASide(handover, personId))
                throw RefusalException.NotFound("这次交接");
            if (handover.DoneAt is null)
                throw RefusalException.Conflict("交接完成后才能签字。");
            if (handover.Signatures.Exists(signature => signature.PersonId == personId))
                return;
            handover.Signatures.Add(new HandoverSignature { HandoverId = handover.Id, PersonId = personId, At = clock.Now });
            events.Add(new ActRecord("交接签字") { Actor = await directory.PersonAsync(personId, cancellationToken), Detail = new Dictionary<string, string> { ["移交人"] = handover.Person!.Name } });
            await data.SaveChangesAsync(cancellationToken);
        });

    public async Task<IReadOnlyList<HandoverView>> ListAsync(HandoverActor actor, CancellationToken cancellationToken = default) =>
        await reader.ListAsync(actor, await rights.HasAsync(actor, cancellationToken), cancellationToken);

    public async Task<HandoverView> ReadAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default) =>
        await reader.ReadAsync(actor, handoverId, await rights.HasAsync(actor, cancellationToken), cancellationToken);

    public async Task<Paper> PrintAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default) =>
        await paper.OfAsync(await ReadAsync(actor, handoverId, cancellationToken), cancellationToken);

    private async Task<Handover> FindAsync(string handoverId, CancellationToken cancellationToken) =>
        await data.Handovers.Include(row => row.Items).Include(row => row.Signatures).Include(row => row.Person).SingleOrDefaultAsync(row => row.Id == handoverId, cancellationToken)
        ?? throw RefusalException.NotFound("这次交接");
}
