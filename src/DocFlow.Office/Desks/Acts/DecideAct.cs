using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Outbox;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>办理: an outcome on a seat, exactly once.</summary>
internal sealed class DecideAct(
    IOfficeData data, DocumentText texts, SeatHolders holders, OutboxWriter outbox, EventLog events, FollowerNotices followers, OfficeClock clock)
{
    public async Task<SeatDecision> DoAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.FindAsync(actorId, seatId, cancellationToken);
        var item = seat.WorkItem!;
        if (seat.State == SeatState.Decided && seat.DecidedById == actorId && seat.Outcome == answer.Outcome)
            return new SeatDecision(item.Id, seat.Outcome, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: true);
        SeatHolders.RefuseClosed(seat);

        var document = item.Document!;
        var version = await texts.CurrentAsync(document, cancellationToken);
        AnswerRules.Require(item, document, version, answer);
        if (item.StepKind == StepKind.Draft)
            await texts.RefuseUnfitAsync(version, cancellationToken);
        Decide(seat, holding, version, answer);
        Conclude(item, document, version, answer);
        if (item.StepKind == StepKind.Sign && item.Outcome == StepOutcomes.Forward(StepKind.Sign))
            Sign(document, version, holding.Actor);
        events.Add(ActRecord.On(version, answer.Outcome) with
        {
            Actor = holding.Actor,
            PostShown = seat.PostShown,
            OnBehalfOf = holding.OnBehalfOf,
            StepName = item.StepName,
            Opinion = seat.Opinion,
        });
        if (item.Outcome is not null)
            outbox.Resume(new ResumeMessage(item.InstanceId, item.Id, item.Outcome, item.DocumentId));
        if (item.Outcome is not null)
            await followers.TellAsync(item, document, actorId, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return new SeatDecision(item.Id, answer.Outcome, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: false);
    }

    private void Decide(Seat seat, SeatHolding holding, DocumentVersion version, SeatAnswer answer)
    {
        seat.State = SeatState.Decided;
        seat.Outcome = answer.Outcome;
        seat.Opinion = string.IsNullOrWhiteSpace(answer.Opinion) ? null : answer.Opinion.Trim();
        seat.DecidedAt = clock.Now;
        seat.DecidedById = holding.Actor.Id;
        seat.ContentHash = version.ContentHash;
        seat.VersionOrdinal = version.Ordinal;
        seat.DecisionKey = answer.Key;
        seat.WorkItem!.DecidedSeats++;
    }

    private void Conclude(WorkItem item, Document document, DocumentVersion version, SeatAnswer answer)
    {
        var open = item.Seats.Where(seat => seat.State == SeatState.Open).ToList();
        var isReturn = answer.Outcome == StepOutcomes.Return;
        if (!isReturn && item.Completion == CompletionRule.All && open.Count > 0)
            return;
        foreach (var seat in open)
            seat.State = SeatState.Withdrawn;
        item.ClosedAt = clock.Now;
        item.Outcome = answer.Outcome;
        document.UpdatedAt = clock.Now;
        if (!isReturn)
            return;

        document.StraightToNodeId = answer.StraightBack ? item.NodeId : null;
        if (document.SignedHash is not null)
        {
            (document.State, document.SignerId, document.SignedAt, document.SignedHash) = (DocumentState.Running, null, null, null);
            events.Add(ActRecord.On(version, "签发失效") with { StepName = item.StepName, Opinion = "签发后被退回，须重新签发" });
        }
    }

    private void Sign(Document document, DocumentVersion version, Person signer)
    {
        document.State = DocumentState.Signed;
        document.SignerId = signer.Id;
        document.SignedAt = clock.Now;
        document.SignedHash = version.ContentHash;
    }
}
