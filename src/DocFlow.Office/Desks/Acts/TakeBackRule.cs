using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Who may take a document back (取回): whoever sent it on last, while nobody has opened or decided the next step, and that step can return.</summary>
internal static class TakeBackRule
{
    /// <param name="all">All work items of the document, with their seats.</param>
    public static TakeBackChance Ask(string actorId, Document document, List<WorkItem> all)
    {
        if (document.InstanceId is null || document.State == DocumentState.Void)
            return new TakeBackChance(RefusalException.Conflict("这份公文不在办理中，没有可以取回的环节。"));
        if (document.JumpToNodeId is not null)
            return new TakeBackChance(RefusalException.Conflict($"系统管理员正在移动《{document.Title}》的环节，请稍候刷新后再取回。"));
        if (document.PausedAt is not null)
            return new TakeBackChance(RefusalException.Conflict($"《{document.Title}》已暂停办理，恢复后再取回。"));
        var visits = all.FindAll(item => item.InstanceId == document.InstanceId);
        var own = visits.Where(item => item.ClosedAt is not null).MaxBy(item => item.ClosedAt);
        if (!WasSentBy(actorId, own, document))
            return new TakeBackChance(NotTheSender(actorId, own, document, visits));
        if (visits.FindAll(item => item.ClosedAt is null) is not [var open])
            return new TakeBackChance(RefusalException.Conflict("流程正在转到下一环节，请稍候刷新后再取回。"));

        var way = new WayBack(visits);
        var toNode = own is null or { StepKind: StepKind.Draft } ? null : own.NodeId;
        if (!StepOutcomes.CanReturn(open) || (toNode is not null && !way.Reaches(toNode)))
            return new TakeBackChance(RefusalException.Invalid($"公文已到“{open.StepName}”，这一环节不能退回，因此不能取回。"));
        if (open.Seats.Find(seat => seat.State is SeatState.Decided or SeatState.PassedByRule) is { } decided)
            return new TakeBackChance(RefusalException.Conflict($"{decided.Person?.Name ?? decided.PostShown}已办理“{open.StepName}”，不能取回；需要修改的，请联系其退回。"));
        if (open.Seats.Find(seat => seat is { IsPending: true, SeenAt: not null }) is { } seen)
            return new TakeBackChance(RefusalException.Conflict($"{seen.Person?.Name ?? seen.PostShown}已打开“{open.StepName}”，不能取回；需要修改的，请联系其退回。"));
        return new TakeBackChance(null)
        {
            Open = open,
            Own = own,
            ToNodeId = toNode,
            // The steps between were skipped on the way here, and are skipped again.
            StraightToNodeId = way.HasStepsBetween(toNode, open.NodeId) ? open.NodeId : null,
        };
    }

    private static RefusalException NotTheSender(string actorId, WorkItem? own, Document document, List<WorkItem> visits) =>
        document.DrafterId == actorId || visits.Exists(item => item.Seats.Exists(seat => seat.DecidedById == actorId))
            ? RefusalException.Conflict($"您送出之后，“{own?.StepName}”已经办理，不能取回；需要修改的，请联系现在的办理人退回。")
            : RefusalException.Forbidden("只有上一环节最后办理的人（刚送审的，为拟稿人）可以取回。");

    // What the system closed by rule, nobody sent.
    private static bool WasSentBy(string actorId, WorkItem? own, Document document) => own is null
        ? document.DrafterId == actorId
        : own.Seats.Where(seat => seat.DecidedAt is not null).MaxBy(seat => seat.DecidedAt)?.DecidedById == actorId;
}
