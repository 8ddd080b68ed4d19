using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Deadlines;

/// <summary>Does what one deadline says, in one transaction with its events and notices; nothing for a work item that is closed.</summary>
internal sealed class DeadlineWork(
    IOfficeData data, DocumentText texts, Assignees assignees, OfficeSettings settings, NoticeWriter notices, SeatNotices seats, SeatSubstitutes substitutes, StepClosing closing, EventLog events,
    FollowerNotices followers, MatterDocuments documents, LetterSeals seals, CallChain calls, ReceiptWork receipts, OfficeClock clock)
{
    private const string NoOpinion = "逾期未反馈，按规定视为无意见（系统）";

    /// <exception cref="DbUpdateConcurrencyException">Somebody decided in this instant: try again on fresh rows.</exception>
    public async Task DoAsync(string deadlineId, CancellationToken cancellationToken)
    {
        var deadline = await data.Deadlines
            .Include(row => row.WorkItem!.Document)
            .Include(row => row.WorkItem!.Seats).ThenInclude(seat => seat.Person)
            .SingleAsync(row => row.Id == deadlineId, cancellationToken);
        if (deadline.DoneAt is not null)
            return;
        if (deadline.WorkItem is { Document.PausedAt: not null })
            return;
        deadline.DoneAt = clock.Now;
        if (deadline.WorkItem is not { } item)
        {
            await receipts.DoAsync(deadline, cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
            return;
        }

        var open = item.Seats.Where(seat => seat.State == SeatState.Open).OrderBy(seat => seat.Order).ToList();
        if (item.ClosedAt is null && open.Count > 0)
        {
            if (item.Document!.JumpToNodeId is not null)
                throw RefusalException.Conflict($"《{item.Document.Title}》正由系统管理员移动环节。");
            var version = await texts.CurrentAsync(item.Document!, cancellationToken);
            await ActAsync(deadline, item, open, version, cancellationToken);
        }

        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task ActAsync(Deadline deadline, WorkItem item, List<Seat> open, DocumentVersion version, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var title = item.Document!.Title;
        var due = calendar.Show(item.DueAt!.Value);
        // Who would do it now in a holder's place hears of it as well: otherwise nobody does who is there.
        List<string> holders = [.. open.Select(seat => seat.PersonId), .. (await substitutes.OfAsync(open, cancellationToken)).SelectMany(found => found)];
        var names = string.Join('、', open.Select(seat => seat.Person!.Name));
        switch (deadline.Kind)
        {
            case DeadlineKind.Remind:
                await seats.TellAsync(
                    open, NoticeKind.Reminder, _ => $"deadline/{deadline.Id}", (_, inPlace) => $"《{title}》的“{item.StepName}”请于{due}前{inPlace}办理。", null, cancellationToken);
                Record("提醒", $"已提醒{names}在{due}前办理");
                break;
            case DeadlineKind.Due when item.WhenOverdue == OverdueRule.NoOpinion:
                await CloseAsNoOpinionAsync(item, version, cancellationToken);
                await followers.TellAsync(item, item.Document, null, cancellationToken);
                await TellAsync([.. holders, item.Document.DrafterId], NoticeKind.Overdue, $"《{title}》的“{item.StepName}”到期未办，{names}按规定视为无意见。");
                break;
            case DeadlineKind.Due:
                await TellAsync([.. holders, item.Document.DrafterId], NoticeKind.Overdue, $"《{title}》的“{item.StepName}”已于{due}到期，{names}尚未办理。");
                Record("逾期", $"{names}未在{due}前办理");
                break;
            case DeadlineKind.Letter:
                var letter = await documents.MakeAnotherAsync(item.DocumentId, deadline.Letter!, cancellationToken);
                var called = letter.Number is { } number ? $"{letter.Name}（{number}）" : letter.Name;
                await TellAsync(holders, NoticeKind.Urge, $"《{title}》的“{item.StepName}”已于{due}到期，{called}请查收，并尽快办理。");
                Record("催办", $"已向{names}发出{called}");
                if (letter.MustBeSealed)
                    await seals.AskAsync(item.Document, letter.Name, new SealRequest(item.Document.DrafterId, $"《{title}》逾期，已发出{letter.Name}，请用印。"), cancellationToken);
                break;
            case DeadlineKind.Call:
                await calls.GoOnAsync(deadline, item, version, cancellationToken);
                break;
            case DeadlineKind.Escalate:
                var people = await assignees.ResolveAsync(item.Document, deadline.Recipients!, cancellationToken);
                await TellAsync([.. people.Select(person => person.PersonId)], NoticeKind.Overdue, $"《{title}》的“{item.StepName}”已于{due}到期，{names}至今未办，请过问。");
                Record("上报", $"{names}逾期未办，已报告{deadline.Recipients}");
                break;
        }

        Task TellAsync(List<string> people, NoticeKind kind, string text) =>
            notices.TellAsync(people, kind, $"deadline/{deadline.Id}", text, item.DocumentId, null, cancellationToken, item.ClosedAt is null ? item.Id : null);

        void Record(string act, string what) => events.Add(ActRecord.On(version, act) with { StepName = item.StepName, Opinion = what });
    }

    private async Task CloseAsNoOpinionAsync(WorkItem item, DocumentVersion version, CancellationToken cancellationToken)
    {
        var forward = StepOutcomes.Forward(item);
        foreach (var seat in item.Seats.Where(seat => seat.IsPending).OrderBy(seat => seat.Order))
        {
            (seat.State, seat.Outcome, seat.Opinion, seat.DecidedAt) = (SeatState.PassedByRule, forward, NoOpinion, clock.Now);
            (seat.ContentHash, seat.VersionOrdinal) = (version.ContentHash, version.Ordinal);
            events.Add(ActRecord.On(version, "视为无意见") with { PostShown = seat.PostShown, StepName = item.StepName, Opinion = NoOpinion, Detail = EventFacts.Of(item, seat.SeenAt) });
        }

        item.SeatChanges++;
        var outcome = StepConclusion.Of(item) ?? forward;
        closing.Close(item, outcome);
        if (outcome == StepOutcomes.Return)
            await closing.SendBackAsync(item, version, null, null, StepOutcomes.Return, null, cancellationToken);
    }
}
