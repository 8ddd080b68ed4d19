using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Notices;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks;

/// <summary>Tells people of seats that ask for their work, and those who would do it now in their place: each once. Only adds to the context.</summary>
internal sealed class SeatNotices(NoticeWriter notices, SeatSubstitutes substitutes, StepVisits visited)
{
    /// <param name="seats">Of one document, with their work items.</param>
    /// <param name="keyOf">Names what a seat is told of.</param>
    /// <param name="textOf">What is said of a seat: with “代江月” to who would do it in her place, with nothing to herself.</param>
    /// <param name="senderId">Who caused it, who isn't told; null for the system.</param>
    public async Task TellAsync(
        IReadOnlyCollection<Seat> seats, NoticeKind kind, Func<Seat, string> keyOf, Func<Seat, string, string> textOf, string? senderId, CancellationToken cancellationToken)
    {
        if (seats.Count == 0)
            return;
        var inPlace = await substitutes.OfAsync(seats, cancellationToken);
        if (inPlace.Count > 0)
            await visited.LoadHoldersAsync(inPlace.Select(found => found.Key), cancellationToken);
        var own = seats.Select(seat => new NoticeWords(seat.PersonId, keyOf(seat), textOf(seat, ""), seat.WorkItemId));
        var others = from found in inPlace
                     from person in found
                     group found.Key by (Person: person, Key: keyOf(found.Key)) into ofPerson
                     let first = ofPerson.First()
                     select new NoticeWords(
                         ofPerson.Key.Person, ofPerson.Key.Key, textOf(first, $"代{string.Join('、', ofPerson.Select(seat => seat.Person!.Name))}"), first.WorkItemId);
        // Who has a seat of one's own is told of that one.
        await notices.TellEachAsync([.. own.Concat(others).DistinctBy(words => (words.PersonId, words.Key))], kind, seats.First().WorkItem!.DocumentId, senderId, cancellationToken);
    }
}
