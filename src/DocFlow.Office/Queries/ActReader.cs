using DocFlow.Office.Checklists;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>What a reader can do with a document's seats now.</summary>
internal sealed class ActReader(IOfficeData data, StepVisits visited, SeatReaches reaches, UrgeAct urge, Superiors superiors, ChecklistRules checklists)
{
    /// <summary>The dossier with what the reader can do, and what a decider should know of opinions on earlier texts.</summary>
    public async Task<Dossier> WithActsAsync(Dossier dossier, string personId, Document document, CancellationToken cancellationToken)
    {
        var visits = await visited.OfDocumentAsync(document.Id, cancellationToken);
        var acts = visits.Exists(item => item.ClosedAt is null) ? Acts(visits, personId, await reaches.OfAsync(personId, cancellationToken), document.IsMatter) : [];
        for (var index = 0; index < acts.Count; index++)
            acts[index] = acts[index] with { Checklist = await checklists.LinesAsync(document, acts[index].StepName, cancellationToken) };
        return dossier with
        {
            Acts = acts,
            MayTakeBack = TakeBackRule.Ask(personId, document, visits).Refusal is null,
            MayUrge = dossier.Waiting.Count > 0 && await urge.MayAsync(personId, document, cancellationToken),
            MayAddCosigners = document is { PausedAt: null, JumpToNodeId: null } && visits.Exists(item => item is { StepKind: StepKind.Countersign, ClosedAt: null }) && await superiors.LeadsAsync(personId, document, cancellationToken),
            MayPause = await Pausing.PauseDesk.MayAsync(personId, document, superiors, cancellationToken),
            EarlierOpinions = await EarlierAsync(document, visits, cancellationToken),
        };
    }

    private static List<OpenAct> Acts(List<WorkItem> visits, string personId, SeatReach reach, bool isMatter) =>
        [.. WayBack.InOrder(visits).SelectMany(item => item.Seats.OrderBy(seat => seat.Order))
            .Where(seat => seat.State == SeatState.Open && reach.Covers(seat))
            .Select(seat => ActOf(seat, personId, new WayBack(visits.Where(item => item.InstanceId == seat.WorkItem!.InstanceId)), isMatter))];

    private static OpenAct ActOf(Seat seat, string personId, WayBack way, bool isMatter)
    {
        var item = seat.WorkItem!;
        List<ReturnChoice> choices = StepOutcomes.CanReturn(item)
            ? [new ReturnChoice(null, "拟稿人"), .. way.Choices(item.NodeId).Select(step => new ReturnChoice(step.NodeId, step.StepName))]
            : [];
        return new OpenAct(seat.Id, item.StepName, StepOutcomes.Of(item), item.DueAt, seat.PersonId == personId ? null : seat.Person!.Name)
        {
            ReturnChoices = choices,
            FieldKeys = StepFields.All(item.FieldKeys),
            IsFirstStep = item.StepKind == StepKind.Draft,
            WaitsFor = AnswerRules.AskedFirst(seat),
            AskedSeatIds = [.. item.Seats.Where(other => other.AskedBySeatId == seat.Id && other.IsPending).Select(other => other.Id)],
            OthersPending = [.. item.Seats.Where(other => other != seat && other.IsPending).OrderBy(other => other.Order).Select(other => other.Person!.Name)],
            OnReturn = item.OnReturn,
            SeenAt = seat.SeenAt,
            TakesHandwriting = HandwritingRules.IsTaken(item.StepKind, isMatter),
        };
    }

    // Each countersigner's latest opinion, when the text has changed since.
    private async Task<IReadOnlyList<EarlierOpinion>> EarlierAsync(Document document, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        var given = visits.Where(item => item.StepKind == StepKind.Countersign).SelectMany(item => item.Seats).Where(seat => seat.State == SeatState.Decided).ToList();
        if (given.Count == 0)
            return [];
        var hash = await data.DocumentVersions.Where(version => version.DocumentId == document.Id && version.Ordinal == document.CurrentVersion)
            .Select(version => version.ContentHash).SingleAsync(cancellationToken);
        return [.. given.GroupBy(seat => (seat.WorkItem!.NodeId, seat.PersonId)).Select(own => own.MaxBy(seat => seat.DecidedAt)!)
            .Where(seat => seat.ContentHash != hash).OrderBy(seat => seat.WorkItem!.OpenedAt).ThenBy(seat => seat.Order)
            .Select(seat => new EarlierOpinion(seat.WorkItem!.StepName, seat.Person!.Name, seat.PostShown, seat.VersionOrdinal ?? 0))];
    }
}
