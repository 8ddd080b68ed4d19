using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>加签 by whoever leads the drafter's office (主任): another unit asked while the countersigning is open.</summary>
internal sealed class AddCosignerAct(
    IOfficeData data, OfficeDirectory directory, DocumentAccess access, Superiors superiors, StepVisits visited, SeatChangeRecord record, OfficeClock clock)
{
    private const string Name = "加签";

    public async Task<string> DoAsync(string actorId, string documentId, string personId, string reason, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (!await superiors.LeadsAsync(actorId, document, cancellationToken))
            throw RefusalException.Forbidden("只有拟稿单位所属办公室的负责人可以增加会签单位；会签人可在自己的席位上加签。");
        AnswerRules.RequireReason(reason, Name);
        var item = (await visited.OfDocumentAsync(documentId, cancellationToken)).Find(visit => visit is { StepKind: StepKind.Countersign, ClosedAt: null })
            ?? throw RefusalException.Conflict("现在没有正在进行的会签，不能增加会签单位。");
        SeatHolders.RefuseStopped(document);
        var (actor, person) = (await directory.PersonAsync(actorId, cancellationToken), await directory.PersonAsync(personId, cancellationToken));
        if (item.Seats.Find(seat => seat.PersonId == personId && seat.IsPending) is { } before && await record.WasDoneAsync(item, Name, actorId, cancellationToken))
            return before.Id;
        SeatChangeRecord.RefuseSeated(item, person);
        SeatHolders.RefuseDrafter(item, person, Name);
        var post = (await directory.InForce().Where(row => row.PersonId == personId && (row.Post!.Duties & PostDuties.Countersign) != 0).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken))?.Post
            ?? throw RefusalException.Invalid($"{person.Name}不是哪个单位的会签岗位，不能代表单位会签。请选择该单位负责会签的人员。");
        var added = new Seat
        {
            Id = OfficeId.New(clock.Now), WorkItemId = item.Id, WorkItem = item, Order = item.Seats.Max(seat => seat.Order) + 1, PersonId = personId, PostId = post.Id, PostShown = OfficeDirectory.Shown(post),
        };
        data.Seats.Add(added);
        await record.SaveAsync(added, added, new SeatHolding(actor, null), Name, Name, reason, person, cancellationToken);
        return added.Id;
    }
}
