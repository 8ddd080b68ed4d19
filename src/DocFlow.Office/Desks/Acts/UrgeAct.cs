using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>催办: a line to those whom a document waits for, and to who would do it now in their place.</summary>
internal sealed class UrgeAct(
    IOfficeData data, DocumentAccess access, DocumentText texts, OfficeDirectory directory, SeatNotices notices, EventLog events, OfficeClock clock)
{
    private const string Name = "催办";
    private const int MostText = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>The drafter, or who decided an earlier seat.</summary>
    public async Task<bool> MayAsync(string actorId, Document document, CancellationToken cancellationToken) => document.DrafterId == actorId
        || await data.Seats.AnyAsync(seat => seat.WorkItem!.DocumentId == document.Id && seat.DecidedById == actorId, cancellationToken);

    public async Task<IReadOnlyList<string>> DoAsync(string actorId, string documentId, string text, string? seatId, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (!await MayAsync(actorId, document, cancellationToken))
            throw RefusalException.Forbidden("只有拟稿人和已经办理过这份公文的人可以催办。");
        if (document.PausedAt is not null)
            throw RefusalException.Conflict($"《{document.Title}》已暂停办理，不需要催办。");
        if (string.IsNullOrWhiteSpace(text))
            throw RefusalException.Invalid("请写一句催办的话，如“请于今日下班前办理”。");
        PlainText.Require(text, "催办内容", MostText);
        var open = await data.Seats.Include(seat => seat.Person).Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.State == SeatState.Open && seat.PersonId != actorId && (seatId == null || seat.Id == seatId))
            .OrderBy(seat => seat.Order).ToListAsync(cancellationToken);
        if (open.Count == 0)
            throw RefusalException.Conflict(seatId is null ? "这份公文现在没有等待其他人办理，不需要催办。" : "这件工作已不在待办，不需要催办。");

        var fresh = await NotUrgedAsync(actorId, open, cancellationToken);
        if (fresh.Count == 0)
            throw RefusalException.Conflict($"一小时内您已催办过{string.Join('、', open.Select(seat => seat.Person!.Name))}，请稍后再催。");
        var actor = await directory.PersonAsync(actorId, cancellationToken);
        // Of two presses at once the second meets this change, looks again and finds the first.
        foreach (var (seat, _) in fresh)
            seat.WorkItem!.SeatChanges++;
        var times = fresh.ToDictionary(urged => urged.Seat, urged => urged.Times);
        await notices.TellAsync(
            times.Keys, NoticeKind.Urge, seat => string.Create(CultureInfo.InvariantCulture, $"urge/{seat.Id}/{actorId}/{times[seat]}"),
            (seat, inPlace) => $"{actor.Name}催办《{document.Title}》的“{seat.WorkItem!.StepName}”{(inPlace.Length == 0 ? "" : $"（请您{inPlace}办理）")}：{text.Trim()}", actorId, cancellationToken);
        var names = fresh.ConvertAll(urged => urged.Seat.Person!.Name);
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), Name) with
        {
            Actor = actor,
            StepName = fresh[0].Seat.WorkItem!.StepName,
            Opinion = text.Trim(),
            Detail = new Dictionary<string, string> { ["人员"] = string.Join('、', names) },
        });
        await data.SaveChangesAsync(cancellationToken);
        return names;
    }

    private async Task<List<(Seat Seat, int Times)>> NotUrgedAsync(string actorId, List<Seat> open, CancellationToken cancellationToken)
    {
        var fresh = new List<(Seat, int)>();
        var since = clock.Now - Pause;
        var people = open.ConvertAll(seat => seat.PersonId);
        var documentId = open[0].WorkItem!.DocumentId;
        var before = await data.Notices.AsNoTracking()
            .Where(notice => people.Contains(notice.PersonId) && notice.DocumentId == documentId && notice.Kind == NoticeKind.Urge && notice.SenderId == actorId)
            .Select(notice => new { notice.Key, notice.At }).ToListAsync(cancellationToken);
        foreach (var seat in open)
        {
            var own = before.FindAll(notice => notice.Key.StartsWith($"urge/{seat.Id}/", StringComparison.Ordinal));
            if (!own.Exists(notice => notice.At > since))
                fresh.Add((seat, own.Count));
        }

        return fresh;
    }
}
