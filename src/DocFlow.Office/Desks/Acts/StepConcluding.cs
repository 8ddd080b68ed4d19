using DocFlow.Office.Dossiers;
using DocFlow.Office.Following;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Closes a step whose rule is met because its seats have changed, and not because somebody decided. Only adds to the context.</summary>
internal sealed class StepConcluding(DocumentText texts, StepClosing closing, ActNotices notices, FollowerNotices followers)
{
    /// <param name="actor">Who changed the seats.</param>
    public async Task WithoutDecisionAsync(WorkItem item, Person actor, CancellationToken cancellationToken)
    {
        if (StepConclusion.Of(item) is not { } outcome)
            return;
        closing.Close(item, outcome);
        if (outcome == StepOutcomes.Return)
        {
            await closing.SendBackAsync(item, await texts.CurrentAsync(item.Document!, cancellationToken), null, null, StepOutcomes.Return, actor.Id, cancellationToken);
            var returner = item.Seats.Where(seat => seat.Outcome == StepOutcomes.Return).MaxBy(seat => seat.DecidedAt);
            await notices.ReturnedAsync(item, returner?.Person ?? actor, returner?.OpinionInWords, null, [], cancellationToken);
        }

        await followers.TellAsync(item, item.Document!, actor.Id, cancellationToken);
    }
}
