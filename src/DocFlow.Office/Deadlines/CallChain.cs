using System.Globalization;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Deadlines;

/// <summary>Calls people one after the other until somebody answers (呼叫链): each call is an event with its moment. Only adds to the context.</summary>
internal sealed class CallChain(IOfficeData data, Assignees assignees, NoticeWriter notices, SeatNotices seatNotices, EventLog events)
{
    /// <summary>The first call.</summary>
    public async Task OpenAsync(WorkItem item, Document document, DocumentVersion version, CancellationToken cancellationToken)
    {
        var first = item.Seats[0];
        Record(item, version, $"第1轮第1顺位{await NameAsync(first, cancellationToken)}");
        await TellAsync(item, document, $"call/{item.Id}", first, cancellationToken);
    }

    /// <summary>The next one, or that nobody answers.</summary>
    public async Task GoOnAsync(Deadline deadline, WorkItem item, DocumentVersion version, CancellationToken cancellationToken)
    {
        var calls = await data.Deadlines.Where(row => row.WorkItemId == item.Id && row.Kind == DeadlineKind.Call).OrderBy(row => row.DueAt).Select(row => row.Id).ToListAsync(cancellationToken);
        var seats = item.Seats.Where(seat => seat.AskedBySeatId is null && seat.State != SeatState.Withdrawn).OrderBy(seat => seat.Order).ToList();
        var (call, document) = (calls.IndexOf(deadline.Id) + 1, item.Document!);
        var before = await NameAsync(seats[(call - 1) % seats.Count], cancellationToken);
        if (call == calls.Count)
        {
            Record(item, version, $"{before}未接报，全部{seats.Count}人均未接报");
            var told = deadline.Recipients is { Length: > 0 } words ? (await assignees.ResolveAsync(document, words, cancellationToken)).Select(person => person.PersonId) : [];
            await notices.TellAsync([.. told, document.DrafterId, .. seats.Select(seat => seat.PersonId)], NoticeKind.Overdue, $"deadline/{deadline.Id}", $"《{document.Title}》经多次呼叫无人接报，请立即过问。", document.Id, null, cancellationToken, item.Id);
            return;
        }

        var next = seats[call % seats.Count];
        if (next.State == SeatState.Waiting)
            next.State = SeatState.Open;
        item.SeatChanges++;
        var name = await NameAsync(next, cancellationToken);
        Record(item, version, string.Create(CultureInfo.InvariantCulture, $"{before}未接报，呼叫第{(call / seats.Count) + 1}轮第{(call % seats.Count) + 1}顺位{name}"));
        await TellAsync(item, document, $"deadline/{deadline.Id}", next, cancellationToken);
    }

    private void Record(WorkItem item, DocumentVersion version, string what) => events.Add(ActRecord.On(version, "呼叫") with { StepName = item.StepName, Opinion = what });

    private Task TellAsync(WorkItem item, Document document, string key, Seat seat, CancellationToken cancellationToken) =>
        seatNotices.TellAsync([seat], NoticeKind.Urge, _ => key, (_, inPlace) => $"《{document.Title}》请立即{inPlace}“{StepOutcomes.Forward(item)}”并处置。", null, cancellationToken);

    private Task<string> NameAsync(Seat seat, CancellationToken cancellationToken) => data.People.Where(person => person.Id == seat.PersonId).Select(person => person.Name).SingleAsync(cancellationToken);
}
