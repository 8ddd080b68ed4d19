using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>When a work item is done, and how. Looked at after each change of one of its seats.</summary>
internal static class StepConclusion
{
    /// <summary>Opens the seats whose turn has come (后加签) and tells the outcome of the step.</summary>
    /// <returns>Null while it waits for seats.</returns>
    public static string? Of(WorkItem item)
    {
        OpenWaiting(item);
        var seats = item.Seats.FindAll(seat => seat.State != SeatState.Withdrawn);
        var pending = seats.FindAll(seat => seat.IsPending);
        return item.Completion switch
        {
            CompletionRule.Any => OfAny(item, seats, pending),
            CompletionRule.Share => OfShare(item, seats, pending),
            _ => OfAll(item, seats, pending),
        };
    }

    private static void OpenWaiting(WorkItem item)
    {
        foreach (var seat in item.Seats.Where(seat => seat is { State: SeatState.Waiting, AskedBySeatId: not null }))
        {
            var asker = item.Seats.Find(other => other.Id == seat.AskedBySeatId);
            seat.State = asker switch
            {
                { IsPending: true } => SeatState.Waiting,
                { State: SeatState.Withdrawn } or { Outcome: StepOutcomes.Return } or null => SeatState.Withdrawn,
                _ => SeatState.Open,
            };
        }
    }

    private static string? OfAll(WorkItem item, List<Seat> seats, List<Seat> pending)
    {
        if (seats.Exists(IsReturn))
            return MayGoBack(item, pending) ? StepOutcomes.Return : null;
        return pending.Count == 0 ? Agreed(item, seats) : null;
    }

    // Who was only asked first (前加签) advises the asker and doesn't decide for all.
    private static string? OfAny(WorkItem item, List<Seat> seats, List<Seat> pending)
    {
        if (seats.Exists(IsReturn))
            return StepOutcomes.Return;
        var isDecided = seats.Exists(seat => !seat.IsPending && seat.Place != SeatPlace.Before);
        return pending.Count == 0 || (isDecided && !AwaitsAsked(pending)) ? Agreed(item, seats) : null;
    }

    // A seat that the system closed has nothing against it. Who was asked before or after another is heard, but not counted.
    private static string? OfShare(WorkItem item, List<Seat> seats, List<Seat> pending)
    {
        var counted = seats.FindAll(seat => seat.Place == SeatPlace.Beside);
        var needed = Math.Max(1, ((counted.Count * (item.Percent ?? 100)) + 99) / 100);
        var agreed = counted.Count(seat => !seat.IsPending && !IsReturn(seat));
        if (agreed >= needed)
            return AwaitsAsked(pending) ? null : Agreed(item, seats);
        return agreed + counted.Count(seat => seat.IsPending) < needed && MayGoBack(item, pending) ? StepOutcomes.Return : null;
    }

    // Where a step has several ways on, one person's reservation outweighs the others' main answer: the last of its buttons that was pressed.
    private static string Agreed(WorkItem item, List<Seat> seats)
    {
        var buttons = StepOutcomes.Of(item);
        return buttons.LastOrDefault(button => button != StepOutcomes.Return && seats.Exists(seat => seat.Outcome == button && seat.Place != SeatPlace.Before)) ?? buttons[0];
    }

    private static bool MayGoBack(WorkItem item, List<Seat> pending) => item.OnReturn == ReturnRule.WithdrawOpen || pending.Count == 0;

    private static bool AwaitsAsked(List<Seat> pending) => pending.Exists(seat => seat is { Place: SeatPlace.After, State: SeatState.Open });

    private static bool IsReturn(Seat seat) => seat.Outcome == StepOutcomes.Return;
}
