using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Which steps a document passes without stopping: on its way back to a step, on its way straight to one, and by rule.</summary>
internal sealed class PassingRules(IOfficeData data, OfficeSettings settings)
{
    /// <summary>Also ends the ways that end here: the caller saves the document.</summary>
    public async Task<StepPassing> AskAsync(
        HumanStepRequest request, Document document, DocumentVersion version, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        var isOutOfPlace = request.OnlyNormative && !document.IsNormative;
        if (document.ReturnToNodeId is { } target)
        {
            var way = new WayBack(visits);
            if (target != request.NodeId && WayBack.IsPassable(request.Kind) && (request.Kind == StepKind.Draft || way.IsBefore(request.NodeId, target)))
                return new StepPassing($"{(await IsTakenBackAsync(visits, cancellationToken) ? "取回" : "退回")}到“{way.NameOf(target)}”，略过本环节");

            // It arrived, or the way has changed and its target isn't on it any more.
            document.ReturnToNodeId = null;
            if (target == request.NodeId && !isOutOfPlace)
                return new StepPassing(null, await TakerAsync(request.NodeId, visits, cancellationToken));
        }

        var straightTo = document.StraightToNodeId;

        // The way straight back ends where it was to end, opened or passed, and at every step that is never skipped.
        if (straightTo == request.NodeId || !WayBack.IsPassable(request.Kind))
            document.StraightToNodeId = null;
        if (isOutOfPlace)
            return new StepPassing("本件不是规范性文件，按规定略过");
        if (straightTo is null || straightTo == request.NodeId || request.Kind is not (StepKind.Review or StepKind.Countersign or StepKind.Task))
            return new StepPassing(null);
        return await MustBeCountersignedAsync(request, version, cancellationToken)
            ? new StepPassing(null)
            : new StepPassing($"退回时选择直送，略过本环节，直送“{new WayBack(visits).NameOf(straightTo)}”");
    }

    private async Task<bool> MustBeCountersignedAsync(HumanStepRequest request, DocumentVersion version, CancellationToken cancellationToken)
    {
        if (request.Kind != StepKind.Countersign || await settings.ReadAsync<RecountersignSetting>(RecountersignSetting.Key, cancellationToken) is not { IsRequired: true })
            return false;
        var decided = await data.Seats.AsNoTracking()
            .Where(seat => seat.WorkItem!.InstanceId == request.InstanceId && seat.WorkItem.NodeId == request.NodeId && seat.State == SeatState.Decided)
            .ToListAsync(cancellationToken);
        return decided.GroupBy(seat => seat.PersonId).Any(own => own.MaxBy(seat => seat.DecidedAt)!.ContentHash != version.ContentHash);
    }

    // Nobody answered 退回 where the last closed step was taken back from.
    private async Task<bool> IsTakenBackAsync(List<WorkItem> visits, CancellationToken cancellationToken) =>
        visits.Where(item => item.ClosedAt is not null).MaxBy(item => item.ClosedAt) is { Outcome: StepOutcomes.Return } last
        && !await data.Seats.AnyAsync(seat => seat.WorkItemId == last.Id && seat.Outcome == StepOutcomes.Return, cancellationToken);

    private async Task<Assignee?> TakerAsync(string nodeId, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        if (!await IsTakenBackAsync(visits, cancellationToken))
            return null;
        var own = WayBack.InOrder(visits).Last(item => item.NodeId == nodeId);
        var seat = await data.Seats.AsNoTracking().Where(seat => seat.WorkItemId == own.Id && seat.State == SeatState.Decided)
            .OrderByDescending(seat => seat.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        return seat is null ? null : new Assignee(seat.PersonId, seat.PostId, seat.PostShown);
    }
}
