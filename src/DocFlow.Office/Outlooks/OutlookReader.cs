using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Outlooks;

/// <summary>Does an act on what was read, without saving, and lets the procedure play on from there.</summary>
internal sealed class OutlookReader(
    IOfficeData data, DocumentAccess access, DocumentText texts, SeatHolders holders, ReturnTargets targets, StepVisits visited, StepRules rules, Recountersigning recountersigning,
    DeadlinePlans plans, IProcedureRehearsal rehearsal, OfficeClock clock)
{
    public async Task<Outlook> OfAnswerAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken)
    {
        var (seat, _) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        var item = seat.WorkItem!;
        var document = item.Document!;
        AnswerRules.RequireOutcome(item, answer.Outcome);
        var isReturn = answer.Outcome == StepOutcomes.Return;
        var target = await targets.FindAsync(item, isReturn ? answer.ReturnTo : null, cancellationToken);
        var version = await texts.CurrentAsync(document, cancellationToken);
        if (await recountersigning.WhyNotAsync(item, answer.Outcome, version, cancellationToken) is { } refusal)
            return new Outlook([], []) { Refusal = refusal };
        (seat.State, seat.Outcome, seat.DecidedById, seat.DecidedAt) = (SeatState.Decided, answer.Outcome, actorId, clock.Now);
        (seat.ContentHash, seat.VersionOrdinal) = (version.ContentHash, version.Ordinal);
        if (StepConclusion.Of(item) is not { } outcome)
            return new Outlook([], [.. item.Seats.Where(other => other.IsPending).OrderBy(other => other.Order).Select(other => other.Person?.Name ?? other.PostShown)]);

        (item.ClosedAt, item.Outcome) = (clock.Now, outcome);
        foreach (var other in item.Seats.Where(other => other.IsPending))
            other.State = SeatState.Withdrawn;
        if (outcome == StepOutcomes.Return)
            (document.ReturnToNodeId, document.StraightToNodeId) = (target?.NodeId, isReturn && answer.StraightBack ? item.NodeId : null);

        // The context gives back the same objects, as they are now.
        var visits = await visited.OfInstanceAsync(item.InstanceId, cancellationToken);
        var steps = new RehearsedSteps(document, version, visits, rules, plans, data, clock);
        return steps.Tell(await rehearsal.ResumeAsync(item.InstanceId, item.Id, outcome, new RehearsalServices(steps, document.Id), cancellationToken));
    }

    public async Task<Outlook> OfStartAsync(string actorId, string documentId, string definitionId, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (document.DrafterId != actorId)
            throw RefusalException.Forbidden("只有拟稿人可以送审。");
        if (document.State != DocumentState.Draft)
            throw RefusalException.Conflict($"《{document.Title}》已经送审。");
        document.InstanceId = OfficeId.New(clock.Now);
        var steps = new RehearsedSteps(document, await texts.CurrentAsync(document, cancellationToken), [], rules, plans, data, clock);
        return steps.Tell(await rehearsal.StartAsync(definitionId, document.InstanceId, document.Id, new RehearsalServices(steps, document.Id), cancellationToken));
    }
}
