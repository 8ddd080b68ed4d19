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
    IOfficeData data, FreshRows rows, HandoverRights rights, HandoverAct act, Holdings holdings, HandoverReader reader, HandoverPaper paper,
    OrganisationReader organisation, IOrganisationList people, OfficeDirectory directory, OfficeSettings settings, EventLog events, OfficeClock clock) : IHandoverDesk
{
    private const int MostReason = 500;
    private const int MostKey = 100;
    private const int MostDaysAhead = 366;

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
        rows.ActAsync(() => TryOrderAsync(actor, request, cancellationToken));

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

    private async Task<string> TryOrderAsync(HandoverActor actor, HandoverRequest request, CancellationToken cancellationToken)
    {
        var orderer = await rights.RequireAsync(actor, cancellationToken);
        var key = $"{actor.PersonId ?? actor.Account}/{request.Key ?? OfficeId.New(clock.Now)}";
        if (await data.Handovers.Where(row => row.Key == key).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken) is { } same)
            return same;
        var leaver = await directory.PersonAsync(request.PersonId, cancellationToken);
        var handover = await MakeAsync(actor, orderer, leaver, request, key, cancellationToken);
        data.Handovers.Add(handover);
        if (handover.At <= clock.Now)
        {
            await act.DoAsync(handover, cancellationToken);
        }
        else
        {
            await RefuseUnfitOwnersAsync(handover, leaver, cancellationToken);
            events.Add(new ActRecord("预定交接")
            {
                Actor = orderer, Account = orderer is null ? actor.Account : null, Opinion = handover.Reason,
                Detail = new Dictionary<string, string> { ["移交人"] = leaver.Name, ["时间"] = (await settings.ReadCalendarAsync(cancellationToken)).Show(handover.At), ["新岗位"] = handover.ToShown ?? "离任" },
            });
        }

        await data.SaveChangesAsync(cancellationToken);
        return handover.Id;
    }

    private async Task<Handover> MakeAsync(HandoverActor actor, Person? orderer, Person leaver, HandoverRequest request, string key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw RefusalException.Invalid("交接须写明事由，如“轮岗”。");
        PlainText.Require(request.Reason, "交接事由", MostReason);
        PlainText.Require(request.Key, "按键标识", MostKey);
        var now = clock.Now;
        if (request.At < now.AddMinutes(-1) || request.At > now.AddDays(MostDaysAhead))
            throw RefusalException.Invalid("交接时间须为现在或一年之内的将来。");
        if (await data.Handovers.AnyAsync(row => row.OpenPersonId == leaver.Id, cancellationToken))
            throw RefusalException.Conflict($"{leaver.Name}已有一次待交接，请先取消它，或等它完成。");
        var found = await HandoverPeople.ReadAsync(data, organisation, leaver, cancellationToken);
        if (request.SuccessorId is { } successor && (successor == leaver.Id || found.NameOf(successor).Length == 0))
            throw RefusalException.Invalid("接任人须为现任职的其他人员。");
        var toPost = request.ToPostId is null ? null : await data.Posts.Where(post => post.Id == request.ToPostId).Select(post => post.Unit!.Name + post.Name).SingleOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.NotFound("这个岗位");
        var handover = new Handover
        {
            Id = OfficeId.New(now), PersonId = leaver.Id, OpenPersonId = leaver.Id, At = (request.At ?? now).ToUniversalTime(), ToPostId = request.ToPostId, SuccessorId = request.SuccessorId,
            Reason = request.Reason.Trim(), OrderedById = orderer?.Id, OrderedBy = orderer?.Name ?? actor.Account, CreatedAt = now, Key = key, FromShown = found.FromShown, ToShown = toPost,
        };
        if (request.SuccessorId is { } next)
            found.Succeed(next);
        var order = 0;
        foreach (var holding in await holdings.OfAsync(leaver.Id, leaver.Login, cancellationToken))
        {
            var owner = request.Owners?.GetValueOrDefault(holding.Document.Id);
            handover.Items.Add(new HandoverItem { HandoverId = handover.Id, DocumentId = holding.Document.Id, Order = ++order, OwnerId = owner ?? found.Propose(holding), Holds = holding.Words });
        }

        return handover;
    }

    // What is planned must be possible as things stand; at its moment it is asked again.
    private async Task RefuseUnfitOwnersAsync(Handover handover, Person leaver, CancellationToken cancellationToken)
    {
        var found = await HandoverPeople.ReadAsync(data, organisation, leaver, cancellationToken);
        if (handover.SuccessorId is { } successor)
            found.Succeed(successor);
        foreach (var holding in await holdings.OfAsync(leaver.Id, leaver.Login, cancellationToken))
        {
            var owner = handover.Items.Find(item => item.DocumentId == holding.Document.Id)?.OwnerId
                ?? throw RefusalException.Invalid($"《{holding.Document.Title}》（{holding.Words}）还没有接收人，请先指定。");
            if (found.WhyNot(holding, owner) is { } why)
                throw RefusalException.Invalid($"《{holding.Document.Title}》不能移交：{why}。请另选接收人。");
        }
    }
}
