using DocFlow.Office.Handwriting;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>A press on a seat that is decided: the recorded one once more, or another, of which nothing is kept and the presser is told so.</summary>
internal sealed class RepeatedPress(IOfficeData data, OfficeSettings settings)
{
    /// <returns>The recorded decision, when this press is the same; null when the seat isn't decided.</returns>
    /// <exception cref="RefusalException">The seat was decided by another press.</exception>
    public async Task<SeatDecision?> FindAsync(Seat seat, string actorId, SeatAnswer answer, CancellationToken cancellationToken)
    {
        if (seat.State != SeatState.Decided)
            return null;
        var item = seat.WorkItem!;
        return IsSame(seat, actorId, answer)
            ? new SeatDecision(item.Id, seat.Outcome!, seat.DecidedAt!.Value, item.Outcome, WasRecordedBefore: true)
            : throw await RefusalAsync(seat, answer, cancellationToken);
    }

    public static string? Words(SeatAnswer answer) => string.IsNullOrWhiteSpace(answer.Opinion) ? null : answer.Opinion.Trim();

    // A page that lost its answer may have been written on since: with the same key, other words are still another press.
    private static bool IsSame(Seat seat, string actorId, SeatAnswer answer) =>
        seat.DecidedById == actorId && seat.Outcome == answer.Outcome && seat.Opinion == Words(answer) && seat.HandwritingHash == HandwritingRules.HashOf(answer.Handwriting)
        && (seat.DecisionKey is null || answer.Key is null || seat.DecisionKey == answer.Key);

    private async Task<RefusalException> RefusalAsync(Seat seat, SeatAnswer answer, CancellationToken cancellationToken)
    {
        var decider = await data.People.Where(person => person.Id == seat.DecidedById).Select(person => person.Name).SingleAsync(cancellationToken);
        var who = seat.DecidedById == seat.PersonId ? decider : $"{decider}（代{seat.Person!.Name}）";
        var at = (await settings.ReadCalendarAsync(cancellationToken)).Show(seat.DecidedAt!.Value);
        var what = seat.Opinion is { } opinion ? $"{seat.Outcome}，意见“{opinion}”" : seat.HandwritingHash is null ? seat.Outcome : $"{seat.Outcome}，{seat.OpinionInWords}";
        var lost = Words(answer) is null && answer.Handwriting is null ? $"“{answer.Outcome}”没有记录。" : $"“{answer.Outcome}”和意见没有记录，请自行留存。";
        return RefusalException.Conflict($"“{seat.WorkItem!.StepName}”已由{who}于{at}办理（{what}）；您这次的{lost}");
    }
}
