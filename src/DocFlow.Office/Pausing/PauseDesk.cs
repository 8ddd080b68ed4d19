using System.Globalization;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Pausing;

/// <inheritdoc />
internal sealed class PauseDesk(
    IOfficeData data, DocumentAccess access, DocumentText texts, Superiors superiors, OfficeDirectory directory, OfficeSettings settings, FreshRows rows, NoticeWriter notices,
    EventLog events, OfficeClock clock) : IPauseDesk
{
    private const string Pause = "暂停";
    private const string Resume = "恢复";

    /// <summary>The drafter, or whoever leads the office, while it is under way.</summary>
    public static async Task<bool> MayAsync(string personId, Document document, Superiors superiors, CancellationToken cancellationToken) =>
        document.State is DocumentState.Running or DocumentState.Signed or DocumentState.Numbered
        && (document.DrafterId == personId || await superiors.LeadsAsync(personId, document, cancellationToken));

    public Task PauseAsync(string actorId, string documentId, string reason, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var document = await RequireAsync(actorId, documentId, Pause, cancellationToken);
        if (document.PausedAt is not null)
            return;
        AnswerRules.RequireReason(reason, Pause);
        (document.PausedAt, document.PauseReason) = (clock.Now, reason.Trim());
        await RecordAsync(actorId, document, Pause, reason.Trim(), $"《{document.Title}》暂停办理：{reason.Trim()}", cancellationToken);
    });

    public Task ResumeAsync(string actorId, string documentId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var document = await RequireAsync(actorId, documentId, Resume, cancellationToken);
        if (document.PausedAt is not { } since)
            return;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        await PutOffAsync(document, since, calendar, cancellationToken);
        (document.PausedAt, document.PauseReason) = (null, null);
        var words = calendar.WorkingDaysIn(since, clock.Now) switch
        {
            0 => "暂停期间没有工作时间，办理期限不变",
            1 when calendar.WorkingDaysLeft(since, clock.Now) == 0 => "暂停按1个工作日计，办理期限顺延",
            var days => string.Create(CultureInfo.InvariantCulture, $"暂停{days}个工作日，办理期限顺延"),
        };
        await RecordAsync(actorId, document, Resume, words, $"《{document.Title}》恢复办理，{words}。", cancellationToken);
    });

    private async Task PutOffAsync(Document document, DateTimeOffset since, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var deadlines = await data.Deadlines.Include(row => row.WorkItem).Where(row => row.DoneAt == null && row.WorkItem!.DocumentId == document.Id && row.WorkItem.ClosedAt == null).ToListAsync(cancellationToken);
        var calling = deadlines.Where(row => row.Kind == DeadlineKind.Call).Select(row => row.WorkItemId).ToHashSet();
        foreach (var item in await data.WorkItems.Where(item => item.DocumentId == document.Id && item.ClosedAt == null && (item.DueAt != null || item.HeldUntil != null)).ToListAsync(cancellationToken))
            (item.DueAt, item.HeldUntil) = (item.DueAt is { } until ? Later(until, item) : null, item.HeldUntil is { } held ? Later(held, item) : null);
        foreach (var deadline in deadlines)
            deadline.DueAt = Later(deadline.DueAt, deadline.WorkItem!);
        if (document.DueAt is not { } due)
            return;
        document.OriginalDueAt ??= due;
        document.DueAt = After(due, since);

        // What was opened meanwhile stood still only since then; who is called is called by the clock.
        DateTimeOffset Later(DateTimeOffset at, WorkItem item)
        {
            var from = item.OpenedAt > since ? item.OpenedAt : since;
            return calling.Contains(item.Id) ? at + (clock.Now - from) : After(at, from);
        }

        DateTimeOffset After(DateTimeOffset at, DateTimeOffset from)
        {
            var later = calendar.Later(at, calendar.WorkingDaysIn(from, clock.Now));
            return at > from && later < clock.Now ? calendar.Later(later, 1) : later;
        }
    }

    private async Task RecordAsync(string actorId, Document document, string act, string words, string notice, CancellationToken cancellationToken)
    {
        document.UpdatedAt = clock.Now;
        var open = await data.WorkItems.Include(item => item.Seats).Where(item => item.DocumentId == document.Id && item.ClosedAt == null).ToListAsync(cancellationToken);
        foreach (var item in open)
        {
            // A decision in this instant changes the item too, and one of the two has to look again.
            item.SeatChanges++;
        }

        var holders = open.SelectMany(item => item.Seats).Where(seat => seat.State == SeatState.Open).Select(seat => seat.PersonId).Append(document.DrafterId).Distinct().ToList();
        await notices.TellAsync(holders, NoticeKind.Seats, string.Create(CultureInfo.InvariantCulture, $"pause/{document.Id}/{clock.Now.UtcTicks}"), notice, document.Id, actorId, cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), act) with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken), StepName = open.FirstOrDefault()?.StepName, Opinion = words,
        });
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task<Document> RequireAsync(string actorId, string documentId, string act, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (document.State is not (DocumentState.Running or DocumentState.Signed or DocumentState.Numbered))
            throw RefusalException.Conflict($"《{document.Title}》不在办理中，不需要{act}。");
        return await MayAsync(actorId, document, superiors, cancellationToken) ? document : throw RefusalException.Forbidden($"{act}由拟稿人或办公室负责人办理。");
    }
}
