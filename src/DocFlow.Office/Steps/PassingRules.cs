using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <summary>Which steps a document passes without stopping: on its way back to a step, on its way straight to one, and by rule.</summary>
internal sealed class PassingRules(Recountersigning recountersigning)
{
    /// <summary>Also ends the ways that end here: the caller saves the document.</summary>
    /// <param name="visits">The instance's work items, with their seats.</param>
    public async Task<StepPassing> AskAsync(
        HumanStepRequest request, Document document, DocumentVersion version, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        var isOutOfPlace = request.OnlyNormative && !document.IsNormative;
        if (document.ReturnToNodeId is { } target)
        {
            var way = new WayBack(visits);
            if (target != request.NodeId && WayBack.IsPassable(request.Kind) && (request.Kind == StepKind.Draft || way.IsBefore(request.NodeId, target)))
                return new StepPassing($"{(IsTakenBack(visits) ? "取回" : "退回")}到“{way.NameOf(target)}”，略过本环节", IsOnWay: true);

            // It arrived, or the way has changed and its target isn't on it any more.
            document.ReturnToNodeId = null;
            if (target == request.NodeId && !isOutOfPlace)
                return new StepPassing(null, TakerOf(request.NodeId, visits));
        }

        var straightTo = document.StraightToNodeId;

        // The way straight back ends where it was to end, opened or passed, and at every step that is never skipped.
        if (straightTo == request.NodeId || !WayBack.IsPassable(request.Kind))
            document.StraightToNodeId = null;
        if (isOutOfPlace)
            return new StepPassing("本件不是规范性文件，按规定略过");
        if (straightTo is null || straightTo == request.NodeId || request.Kind is not (StepKind.Review or StepKind.Countersign or StepKind.Task))
            return new StepPassing(null);
        return request.Kind == StepKind.Countersign && await recountersigning.IsDueAsync(request.NodeId, version, visits, cancellationToken)
            ? new StepPassing(null)
            : new StepPassing($"退回时选择直送，略过本环节，直送“{new WayBack(visits).NameOf(straightTo)}”", IsOnWay: true);
    }

    // Nobody answered 退回 where the last closed step was taken back from.
    private static bool IsTakenBack(List<WorkItem> visits) =>
        visits.Where(item => item.ClosedAt is not null).MaxBy(item => item.ClosedAt) is { Outcome: StepOutcomes.Return } last
        && !last.Seats.Exists(seat => seat.Outcome == StepOutcomes.Return);

    private static Assignee? TakerOf(string nodeId, List<WorkItem> visits)
    {
        if (!IsTakenBack(visits))
            return null;
        var own = WayBack.InOrder(visits).Last(item => item.NodeId == nodeId);
        return own.Seats.Where(seat => seat.State == SeatState.Decided).MaxBy(seat => seat.DecidedAt) is { } seat ? new Assignee(seat.PersonId, seat.PostId, seat.PostShown) : null;
    }
}
