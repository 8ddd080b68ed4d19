using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <summary>Finds seats for those who may act on them: their person, a stand-in (B角) of their post, or their person's delegate (委托代理).</summary>
internal sealed class SeatHolders(IOfficeData data, OfficeDirectory directory, SeatReaches reaches, StepVisits visited, Superiors superiors)
{
    public async Task<(Seat Seat, SeatHolding Holding)> FindAsync(string actorId, string seatId, CancellationToken cancellationToken)
    {
        var seat = await LoadAsync(seatId, cancellationToken);
        return await HoldingAsync(actorId, seat, cancellationToken) is { } holding
            ? (seat, holding)
            : throw RefusalException.Forbidden($"这件工作由{seat.Person!.Name}办理，您不能代办。");
    }

    /// <summary>As <see cref="FindAsync"/>, and the seat is still open.</summary>
    public async Task<(Seat Seat, SeatHolding Holding)> OpenAsync(string actorId, string seatId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actorId, seatId, cancellationToken);
        RefuseClosed(found.Seat);
        return found;
    }

    /// <summary>
    /// A seat that is open or waits for its turn, for who may take it out: whoever asked for it; the drafter, or in a countersigning whoever leads the office, but none of them
    /// where the right belongs to a post. Nobody strikes out another whom the procedure asks.
    /// </summary>
    public async Task<(Seat Seat, SeatHolding Holding)> OpenBesideAsync(string actorId, string seatId, CancellationToken cancellationToken)
    {
        var seat = await LoadAsync(seatId, cancellationToken);
        var item = seat.WorkItem!;
        if (!await MayWithdrawAsync(actorId, seat, cancellationToken))
            throw RefusalException.Forbidden(WhyNotWithdrawn(seat));
        if (seat.State == SeatState.Waiting)
            RefuseStopped(item.Document!);
        else
            RefuseClosed(seat);
        return (seat, new SeatHolding(await directory.PersonAsync(actorId, cancellationToken), null));
    }

    /// <summary>The post in which a person may be given a seat beside or in place of another; null when no post binds the step.</summary>
    /// <exception cref="RefusalException">The person holds no post or drafted what is to be judged, or the step belongs to a post that the person doesn't hold or stand in for.</exception>
    public async Task<string?> PostForAsync(Seat seat, Person person, string act, CancellationToken cancellationToken)
    {
        var posts = await directory.InForce().Where(appointment => appointment.PersonId == person.Id)
            .Select(appointment => appointment.PostId).ToListAsync(cancellationToken);
        if (posts.Count == 0)
            throw RefusalException.Invalid($"{person.Name}目前没有任职，不能{act}给这位人员。");
        RefuseDrafter(seat.WorkItem!, person, act);
        if (!IsBoundToPost(seat.WorkItem!))
            return null;
        return seat.PostId is { } post && posts.Contains(post)
            ? post
            : throw RefusalException.Forbidden($"{seat.WorkItem!.StepName}权属于岗位“{seat.PostShown}”，{person.Name}不任此岗位，也不是它的代行人，不能{act}。");
    }

    /// <summary>
    /// The post of a seat that is handed on to somebody (转办). A unit's place in a countersigning stays with the unit and its post, for it is the unit's consent that is asked:
    /// another unit can't give it, and what a colleague says there is still the unit's opinion.
    /// </summary>
    public async Task<string?> PostInPlaceOfAsync(Seat seat, Person person, string act, CancellationToken cancellationToken)
    {
        var postId = await PostForAsync(seat, person, act, cancellationToken);
        if (seat is not { WorkItem.StepKind: StepKind.Countersign, PostId: { } own })
            return postId;
        var unit = await data.Posts.Where(post => post.Id == own).Select(post => post.Unit!).SingleAsync(cancellationToken);
        return await directory.InForce().AnyAsync(appointment => appointment.PersonId == person.Id && appointment.Post!.UnitId == unit.Id, cancellationToken)
            ? own
            : throw RefusalException.Forbidden($"这是{unit.Name}的会签席位，{person.Name}不在{unit.Name}任职，不能{act}。要听取其他单位意见的，请用加签。");
    }

    /// <summary>Nobody judges the own draft in another's place.</summary>
    public static void RefuseDrafter(WorkItem item, Person person, string act)
    {
        if (item.StepKind is StepKind.Review or StepKind.Countersign or StepKind.Sign && item.Document is { IsMatter: false } document && document.DrafterId == person.Id)
            throw RefusalException.Forbidden($"{person.Name}是本件的拟稿人，不能{act}给拟稿人：“{item.StepName}”须由他人办理。需要修改的，请退回。");
    }

    private async Task<bool> MayWithdrawAsync(string actorId, Seat seat, CancellationToken cancellationToken)
    {
        var item = seat.WorkItem!;
        if (item.Seats.Find(other => other.Id == seat.AskedBySeatId) is { } asker && (await reaches.OfAsync(actorId, cancellationToken)).Covers(asker))
            return true;
        return !IsBoundToPost(item)
            && (item.Document!.DrafterId == actorId || (item.StepKind == StepKind.Countersign && await superiors.LeadsAsync(actorId, item.Document, cancellationToken)));
    }

    private static string WhyNotWithdrawn(Seat seat)
    {
        var step = seat.WorkItem!.StepName;
        if (IsBoundToPost(seat.WorkItem))
            return $"“{step}”只能由加签的人减去其加签的人员。";
        var leaders = seat.WorkItem.StepKind == StepKind.Countersign ? "拟稿人或办公室负责人" : "拟稿人";
        return seat.AskedBySeatId is null
            ? $"“{step}”的这个席位是流程规定的，只有{leaders}可以减签；您只能减去自己加签的人员。"
            : $"“{step}”的这个席位由他人加签，只有加签的人、{leaders}可以减签。";
    }

    // The right to sign and to seal belongs to the post, not to the person who happens to have the work.
    private static bool IsBoundToPost(WorkItem item) => item.StepKind is StepKind.Sign or StepKind.Seal;

    public static void RefuseClosed(Seat seat)
    {
        var message = seat.State switch
        {
            SeatState.Decided => $"{seat.Person!.Name}的这件工作已办理（{seat.Outcome}），没有重复记录。",
            SeatState.Withdrawn => seat.WorkItem!.ClosedAt is null ? "这件工作已撤销，不需要再办理。" : $"“{seat.WorkItem.StepName}”已经结束，这件工作已撤销，不需要再办理。",
            SeatState.Waiting => "这件工作要等请您后加签的人先办理，还没有轮到您。",
            SeatState.PassedByRule => "这件工作已按规定自动办结。",
            _ => null,
        };
        if (message is not null)
            throw RefusalException.Conflict(message);
        RefuseStopped(seat.WorkItem!.Document!);
    }

    /// <summary>Nobody acts on a document that is being moved, stands still or is void.</summary>
    public static void RefuseStopped(Document document)
    {
        var message = document switch
        {
            { JumpToNodeId: not null } => $"系统管理员正在移动《{document.Title}》的环节，请稍候刷新后再办理。",
            { PausedAt: not null } => $"《{document.Title}》已暂停办理（{document.PauseReason}），恢复后再办。",
            { State: DocumentState.Void } => $"《{document.Title}》已作废，不需要再办理。",
            _ => null,
        };
        if (message is not null)
            throw RefusalException.Conflict(message);
    }

    public async Task<Seat> LoadAsync(string seatId, CancellationToken cancellationToken)
    {
        var seat = await data.Seats.Include(seat => seat.Person).Include(seat => seat.WorkItem!.Seats).Include(seat => seat.WorkItem!.Document)
            .SingleOrDefaultAsync(seat => seat.Id == seatId, cancellationToken) ?? throw RefusalException.NotFound("这件工作");
        if (seat.WorkItem!.Seats.Count > 1)
            await visited.LoadHoldersAsync(seat.WorkItem.Seats, cancellationToken);
        return seat;
    }

    private async Task<SeatHolding?> HoldingAsync(string actorId, Seat seat, CancellationToken cancellationToken)
    {
        if (seat.PersonId == actorId)
            return new SeatHolding(seat.Person!, null);
        return (await reaches.OfAsync(actorId, cancellationToken)).Covers(seat) ? new SeatHolding(await directory.PersonAsync(actorId, cancellationToken), seat.Person!.Name) : null;
    }
}
