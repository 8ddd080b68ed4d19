using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>取回: the document back to whoever sent it on, before anybody opened it.</summary>
internal sealed class TakeBackAct(
    IOfficeData data, DocumentAccess access, DocumentText texts, OfficeDirectory directory, StepVisits visited, StepClosing closing, ActNotices notices, EventLog events)
{
    public const string Name = "取回";

    public async Task DoAsync(string actorId, string documentId, string? reason, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        PlainText.Require(reason, "取回说明", AnswerRules.MostOpinion);
        var chance = TakeBackRule.Ask(actorId, document, await visited.OfDocumentAsync(documentId, cancellationToken));
        if (chance.Refusal is { } refusal)
        {
            if (await WasDoneAsync(actorId, document, cancellationToken))
                return;
            throw refusal;
        }

        var open = chance.Open!;
        var holders = open.Seats.Where(seat => seat.IsPending).Select(seat => seat.PersonId).ToList();
        var actor = await directory.PersonAsync(actorId, cancellationToken);
        var version = await texts.CurrentAsync(document, cancellationToken);
        closing.Close(open, StepOutcomes.Return);

        // A decision or a first look in this instant changes the item or a seat, and one of the two has to look again.
        open.SeatChanges++;
        await closing.SendBackAsync(open, version, chance.ToNodeId, chance.StraightToNodeId, Name, actorId, cancellationToken);
        await notices.TakenBackAsync(open, actor, holders, cancellationToken);
        events.Add(ActRecord.On(version, Name) with
        {
            Actor = actor,
            StepName = chance.Own?.StepName ?? "拟稿",
            Opinion = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            Detail = new Dictionary<string, string> { ["取自"] = open.StepName },
        });
        await data.SaveChangesAsync(cancellationToken);
    }

    // A press that is repeated: the last thing that was closed, this person took back.
    private async Task<bool> WasDoneAsync(string actorId, Document document, CancellationToken cancellationToken)
    {
        var last = await data.WorkItems.Where(item => item.InstanceId == document.InstanceId && item.ClosedAt != null)
            .OrderByDescending(item => item.ClosedAt).Select(item => item.ClosedAt).FirstOrDefaultAsync(cancellationToken);
        return last is not null && document.State != DocumentState.Void && await data.Events.AnyAsync(
            record => record.DocumentId == document.Id && record.Act == Name && record.ActorId == actorId && record.At >= last, cancellationToken);
    }
}
