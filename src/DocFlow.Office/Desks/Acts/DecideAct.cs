using DocFlow.Office.Checklists;
using DocFlow.Office.Citations;
using DocFlow.Office.Comparing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Following;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Returns;
using DocFlow.Office.Signatures;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>办理: an outcome on a seat, exactly once.</summary>
internal sealed class DecideAct(
    IOfficeData data, DocumentText texts, SeatHolders holders, ReturnTargets targets, StepClosing closing, ActNotices notices, EventLog events,
    RepeatedPress repeated, Recountersigning recountersigning, FollowerNotices followers, MeaningNotices meaning, MatterFilling filling, MatterRules rules, OriginCitations citations, ChecklistRules checklists, ReturnCategories categories, SignaturePictures signatures, OfficeClock clock)
{
    public async Task<SeatDecision> DoAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.FindAsync(actorId, seatId, cancellationToken);
        var item = seat.WorkItem!;
        if (answer.Outcome != StepOutcomes.Return)
            answer = answer with { ReturnTo = null, StraightBack = false, Category = null };
        if (await repeated.FindAsync(seat, actorId, answer, cancellationToken) is { } recorded)
            return recorded;
        SeatHolders.RefuseClosed(seat);

        var document = item.Document!;
        var version = await texts.CurrentAsync(document, cancellationToken);
        AnswerRules.Require(item, document, version, answer);
        AnswerRules.RequireTurn(seat);
        var handwriting = HandwritingRules.Take(item, document.IsMatter, answer.Handwriting);
        await categories.RequireAsync(answer.Category, cancellationToken);
        var target = await targets.FindAsync(item, answer.ReturnTo, cancellationToken);
        if (item.StepKind == StepKind.Draft && !document.IsMatter)
        {
            await texts.RefuseUnfitAsync(version, cancellationToken);
            await citations.RefuseWrongAsync(document, version.SourceText, cancellationToken);
        }

        await rules.RequireAsync(item, actorId, answer.Outcome, cancellationToken);
        if (await recountersigning.WhyNotAsync(item, answer.Outcome, version, cancellationToken) is { } unsigned)
            throw RefusalException.Conflict(unsigned);
        var ticked = await checklists.RequireAsync(item, answer, cancellationToken);
        version = await filling.TakeAsync(item, version, actorId, answer.Form, answer.Outcome, cancellationToken);
        var waiting = item.Seats.FindAll(other => other.State == SeatState.Waiting);
        Decide(seat, holding, version, answer);
        Keep(seat, handwriting);
        // Only a signature is given by one's hand; the picture is that of who decides.
        if (item.StepKind == StepKind.Sign && answer.Outcome != StepOutcomes.Return)
            seat.SignatureHash = await signatures.HashOfAsync(holding.Actor.Id, cancellationToken);
        if (StepConclusion.Of(item) is { } outcome)
            await ConcludeAsync(seat, version, outcome, answer, target, holding.Actor, cancellationToken);
        else if (answer.ReturnTo is not null || answer.StraightBack)
            RefuseWayOfItsOwn();
        var opened = waiting.FindAll(other => other.State == SeatState.Open);
        await notices.ArrivedAsync(item, document, opened, $"work/{item.Id}/{seat.Id}", cancellationToken);
        if (ticked is not null)
            events.Add(ActRecord.On(version, "核对") with { Actor = holding.Actor, PostShown = seat.PostShown, OnBehalfOf = holding.OnBehalfOf, StepName = item.StepName, Opinion = ticked });
        events.Add(ActRecord.On(version, answer.Outcome) with
        {
            Actor = holding.Actor,
            PostShown = seat.PostShown,
            OnBehalfOf = holding.OnBehalfOf,
            StepName = item.StepName,
            Opinion = seat.Opinion,
            Detail = Detail(seat, answer, target),
        });
        await meaning.TellAsync(document, version, holding.Actor, cancellationToken);
        if (item.Outcome is not null)
            await followers.TellAsync(item, document, actorId, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return new SeatDecision(item.Id, answer.Outcome, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: false);
    }

    private void Decide(Seat seat, SeatHolding holding, DocumentVersion version, SeatAnswer answer)
    {
        seat.State = SeatState.Decided;
        seat.Outcome = answer.Outcome;
        seat.Opinion = RepeatedPress.Words(answer);
        seat.ReturnCategory = answer.Category;
        seat.DecidedAt = clock.Now;
        seat.DecidedById = holding.Actor.Id;
        seat.ContentHash = version.ContentHash;
        seat.VersionOrdinal = version.Ordinal;
        seat.DecisionKey = answer.Key;
        seat.WorkItem!.DecidedSeats++;
    }

    private void Keep(Seat seat, byte[]? handwriting)
    {
        if (handwriting is null)
            return;
        seat.HandwritingHash = Sm3.Hash(handwriting);
        data.Handwritings.Add(new SeatHandwriting { SeatId = seat.Id, Strokes = handwriting });
    }

    private async Task ConcludeAsync(
        Seat seat, DocumentVersion version, string outcome, SeatAnswer answer, WorkItem? target, Person actor, CancellationToken cancellationToken)
    {
        var item = seat.WorkItem!;
        closing.Close(item, outcome);
        if (outcome == StepOutcomes.Return)
        {
            // Where an earlier answer sends it back, this one only was the last to be waited for.
            var isOwn = answer.Outcome == StepOutcomes.Return;
            await closing.SendBackAsync(
                item, version, target?.NodeId, answer.StraightBack ? item.NodeId : null, StepOutcomes.Return, actor.Id, cancellationToken);
            var returner = item.Seats.Where(other => other.Outcome == StepOutcomes.Return).MaxBy(other => other.DecidedAt)!;
            var holders = target?.Seats.Where(other => other.State == SeatState.Decided).Select(other => other.PersonId) ?? [];
            await notices.ReturnedAsync(item, isOwn ? actor : returner.Person ?? actor, returner.OpinionInWords, target?.StepName, holders, cancellationToken);
        }
        else if (item.StepKind == StepKind.Sign)
        {
            // One act, one moment: the printed form knows the signature in force by it.
            Sign(item.Document!, version, actor, seat.DecidedAt!.Value);
        }
    }

    private void RefuseWayOfItsOwn()
    {
        // The seat was changed already.
        data.Forget();
        throw RefusalException.Invalid("本环节要等其余席位办完才退回，届时退回拟稿人，不能指定退回环节或直送；请只选“退回”。");
    }

    private static void Sign(Document document, DocumentVersion version, Person signer, DateTimeOffset at)
    {
        document.State = DocumentState.Signed;
        document.SignerId = signer.Id;
        document.SignedAt = at;
        document.SignedHash = version.ContentHash;
    }

    private static Dictionary<string, string> Detail(Seat seat, SeatAnswer answer, WorkItem? target)
    {
        var detail = EventFacts.Of(seat.WorkItem!, seat.SeenAt);
        if (target is not null)
            detail["退回到"] = target.StepName;
        if (answer.StraightBack)
            detail["直送"] = "改后直送退回人";
        if (seat.ReturnCategory is { } category)
            detail["退文类别"] = category;
        if (seat.SignatureHash is { } picture)
            detail["签名图样"] = picture;
        if (seat.HandwritingHash is { } handwriting)
            detail[HandwritingWords.Fact] = handwriting;
        return detail;
    }
}
