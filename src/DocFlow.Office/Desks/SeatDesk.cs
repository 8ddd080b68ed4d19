using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Outbox;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class SeatDesk(
    IOfficeData data, OfficeDirectory directory, DocumentText texts, SeatHolders holders, OutboxWriter outbox, EventLog events, FollowerNotices followers, OfficeClock clock) : ISeatDesk
{
    private const int MostTries = 50;
    private const int MostOpinion = 2000;
    private const int MostKey = 200;

    public async Task<SeatDecision> DecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryDecideAsync(actorId, seatId, answer, cancellationToken);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Somebody decided on the same work item in this instant: look again on fresh rows.
                data.Forget();
            }
        }
    }

    public async Task TransferAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken = default)
    {
        var (seat, holding) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        RequireReason(reason, "转办");
        var to = await directory.PersonAsync(toPersonId, cancellationToken);
        RefuseSeated(seat.WorkItem!, to);
        var postId = await holders.PostForAsync(seat, to, "转办", cancellationToken);
        (seat.PersonId, seat.PostId, seat.PostShown) = (to.Id, postId, $"{to.Name}（{seat.Person!.Name}转办）");
        await RecordAsync(seat, holding, "转办", reason, to, cancellationToken);
    }

    public async Task<string> AddAsync(string actorId, string seatId, string personId, string reason, CancellationToken cancellationToken = default)
    {
        var (seat, holding) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        RequireReason(reason, "加签");
        var item = seat.WorkItem!;
        var person = await directory.PersonAsync(personId, cancellationToken);
        RefuseSeated(item, person);
        var postId = await holders.PostForAsync(seat, person, "加签", cancellationToken);
        var added = new Seat
        {
            Id = OfficeId.New(clock.Now),
            WorkItemId = item.Id,
            Order = item.Seats.Max(other => other.Order) + 1,
            PersonId = person.Id,
            PostId = postId,
            PostShown = $"{person.Name}（加签）",
        };
        data.Seats.Add(added);
        await RecordAsync(seat, holding, "加签", reason, person, cancellationToken);
        return added.Id;
    }

    public async Task WithdrawAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken = default)
    {
        var (seat, holding) = await holders.OpenBesideAsync(actorId, seatId, cancellationToken);
        RequireReason(reason, "减签");
        if (seat.WorkItem!.Seats.Count(other => other.State == SeatState.Open) < 2)
            throw RefusalException.Conflict("这是本环节最后一个待办席位，不能减签；请办理、转办或退回。");
        seat.State = SeatState.Withdrawn;
        await RecordAsync(seat, holding, "减签", reason, seat.Person!, cancellationToken);
    }

    private async Task<SeatDecision> TryDecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.FindAsync(actorId, seatId, cancellationToken);
        var item = seat.WorkItem!;
        if (seat.State == SeatState.Decided && seat.DecidedById == actorId && seat.Outcome == answer.Outcome)
            return new SeatDecision(item.Id, seat.Outcome, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: true);
        SeatHolders.RefuseClosed(seat);

        var document = item.Document!;
        var version = await texts.CurrentAsync(document, cancellationToken);
        Check(item, document, version, answer);
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
        {
            outbox.Resume(new ResumeMessage(item.InstanceId, item.Id, item.Outcome, item.DocumentId));
            await followers.TellAsync(item, document, actorId, cancellationToken);
        }

        await data.SaveChangesAsync(cancellationToken);
        return new SeatDecision(item.Id, answer.Outcome, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: false);
    }

    private static void Check(WorkItem item, Document document, DocumentVersion version, SeatAnswer answer)
    {
        if (!StepOutcomes.Of(item.StepKind).Contains(answer.Outcome))
            throw RefusalException.Invalid($"“{item.StepName}”不能选择“{answer.Outcome}”，可选：{string.Join('、', StepOutcomes.Of(item.StepKind))}。");
        if (answer.Outcome == StepOutcomes.Return && string.IsNullOrWhiteSpace(answer.Opinion))
            throw RefusalException.Invalid("退回须写明意见，让拟稿人知道怎样修改。");
        PlainText.Require(answer.Opinion, "意见", MostOpinion);
        PlainText.Require(answer.Key, "按键标识", MostKey);
        if (answer.ReadVersion is { } read && read != version.Ordinal)
            throw RefusalException.Conflict($"您看的是第{read}稿，现在已是第{version.Ordinal}稿。请刷新后看过新稿再办理。");
        var mustBeSigned = item.StepKind is StepKind.Recheck or StepKind.Number or StepKind.Seal or StepKind.Distribute;
        if (mustBeSigned && answer.Outcome != StepOutcomes.Return && document.SignedHash != version.ContentHash)
            throw RefusalException.Invalid($"《{document.Title}》尚未签发，或正文与签发时不一致，不能{answer.Outcome}。");
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

    private async Task RecordAsync(
        Seat seat, SeatHolding holding, string act, string reason, Person person, CancellationToken cancellationToken)
    {
        var item = seat.WorkItem!;
        var version = await texts.CurrentAsync(item.Document!, cancellationToken);
        events.Add(ActRecord.On(version, act) with
        {
            Actor = holding.Actor,
            OnBehalfOf = holding.OnBehalfOf,
            PostShown = seat.PostShown,
            StepName = item.StepName,
            Opinion = reason.Trim(),
            Detail = new Dictionary<string, string> { ["人员"] = person.Name },
        });
        item.SeatChanges++;
        data.Touch(item.Document!);
        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw RefusalException.Conflict("这一环节刚刚有人办理过，请刷新后再试。");
        }
    }

    private static void RequireReason(string reason, string act)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw RefusalException.Invalid($"{act}须写明理由。");
        PlainText.Require(reason, $"{act}理由", MostOpinion);
    }

    private static void RefuseSeated(WorkItem item, Person person)
    {
        if (item.Seats.Any(seat => seat.PersonId == person.Id && seat.State is SeatState.Open or SeatState.Decided))
            throw RefusalException.Conflict($"{person.Name}已在本环节，不必重复。");
    }
}
