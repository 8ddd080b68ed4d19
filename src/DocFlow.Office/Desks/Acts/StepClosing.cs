using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Closes a work item and lets the procedure go on with its outcome. Only adds to the context.</summary>
internal sealed class StepClosing(OutboxWriter outbox, EventLog events, ActNotices notices, OfficeClock clock)
{
    public void Close(WorkItem item, string outcome)
    {
        foreach (var seat in item.Seats.Where(seat => seat.IsPending))
            seat.State = SeatState.Withdrawn;
        item.ClosedAt = clock.Now;
        item.Outcome = outcome;
        item.Document!.UpdatedAt = clock.Now;
        outbox.Resume(new ResumeMessage(item.InstanceId, item.Id, outcome, item.DocumentId));
    }

    /// <summary>Says where the document goes that a closed item sends back; a signature on it is void.</summary>
    /// <param name="toNodeId">Null for the drafter.</param>
    /// <param name="straightTo">The step that it then comes straight to; null for the ordinary way.</param>
    public async Task SendBackAsync(
        WorkItem item, DocumentVersion version, string? toNodeId, string? straightTo, string why, string? actorId, CancellationToken cancellationToken)
    {
        var document = item.Document!;
        (document.ReturnToNodeId, document.StraightToNodeId) = (toNodeId, straightTo);
        if (document.SignedHash is null)
            return;
        var signerId = document.SignerId!;
        (document.State, document.SignerId, document.SignedAt, document.SignedHash) = (DocumentState.Running, null, null, null);
        events.Add(ActRecord.On(version, "签发失效") with { StepName = item.StepName, Opinion = $"签发后被{why}，须重新签发" });
        await notices.SignatureVoidAsync(item, signerId, why, actorId, cancellationToken);
    }
}
