using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Orders a hand-over: does it now, or keeps it for its moment. Only adds to the context.</summary>
internal sealed class HandoverOrders(
    IOfficeData data, HandoverRights rights, HandoverAct act, Holdings holdings, OrganisationReader organisation, OfficeDirectory directory, OfficeSettings settings, EventLog events, OfficeClock clock)
{
    private const int MostReason = 500;
    private const int MostKey = 100;
    private const int MostDaysAhead = 366;

    /// <summary>The hand-over's id; the same for the same key.</summary>
    public async Task<string> AddAsync(HandoverActor actor, HandoverRequest request, string key, CancellationToken cancellationToken)
    {
        var orderer = await rights.RequireAsync(actor, cancellationToken);
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

        return handover.Id;
    }

    /// <summary>Why it can't be ordered so, as things stand; null when it can. Adds nothing.</summary>
    public async Task<string?> WhyNotAsync(HandoverActor actor, HandoverRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var leaver = await directory.PersonAsync(request.PersonId, cancellationToken);
            await RefuseUnfitOwnersAsync(await MakeAsync(actor, await rights.RequireAsync(actor, cancellationToken), leaver, request, "", cancellationToken), leaver, cancellationToken);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
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
