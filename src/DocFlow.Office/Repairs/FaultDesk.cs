using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.Handovers;
using DocFlow.Office.Outbox;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <inheritdoc />
internal sealed class FaultDesk(
    IOfficeData data, FreshRows rows, FaultReader reader, IOutboxCare outbox, OfficeDirectory directory, EventLog events, OfficeClock clock, TimeProvider system) : IFaultDesk
{
    public Task<IReadOnlyList<FaultRow>> ListAsync(CancellationToken cancellationToken = default) => reader.ListAsync(cancellationToken);

    public Task RetryAsync(string account, string id, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        if (await DeadlineAsync(id, cancellationToken) is { } deadline)
            Retry(account, deadline);
        else if (await data.Handovers.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } handover)
            Retry(account, handover);
        else
            await outbox.SendAgainAsync(account, id, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    });

    public Task SkipAsync(string account, string id, string reason, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        AnswerRules.RequireReason(reason, "略过");
        if (await DeadlineAsync(id, cancellationToken) is { } deadline)
        {
            if (deadline.DoneAt is not null)
                return;
            deadline.DoneAt = clock.Now;
            events.Add(new ActRecord("略过到期处理") { Account = account, DocumentId = DocumentOf(deadline), StepName = deadline.WorkItem?.StepName, Opinion = reason.Trim() });
        }
        else
        {
            await SkipStepAsync(account, await MessageAsync(id, cancellationToken), reason.Trim(), cancellationToken);
        }

        await data.SaveChangesAsync(cancellationToken);
    });

    public Task RepairAsync(string account, string id, string postId, string personId, string reason, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        AnswerRules.RequireReason(reason, "补任");
        var deadline = await DeadlineAsync(id, cancellationToken);
        var message = deadline is null ? await MessageAsync(id, cancellationToken) : null;
        if (deadline?.DoneAt is not null || message?.State == OutboxState.Done)
            return;
        await AppointAsync(account, deadline is null ? message!.DocumentId : DocumentOf(deadline), postId, personId, reason.Trim(), cancellationToken);
        if (deadline is not null)
            deadline.Attempts = 0;
        else
            SendAgain(message!);
        await data.SaveChangesAsync(cancellationToken);
    });

    private async Task AppointAsync(string account, string? documentId, string postId, string personId, string reason, CancellationToken cancellationToken)
    {
        var post = await data.Posts.Include(row => row.Unit).SingleOrDefaultAsync(row => row.Id == postId, cancellationToken) ?? throw RefusalException.NotFound("这个岗位");
        var person = await directory.PersonAsync(personId, cancellationToken);
        var now = clock.Now;
        if (await directory.InForce().Where(row => row.PostId == postId && !row.IsActing).Select(row => row.Person!.Name).FirstOrDefaultAsync(cancellationToken) is { } holder)
            throw RefusalException.Conflict($"{OfficeDirectory.Shown(post)}已由{holder}担任，不需要补任。");
        data.Appointments.Add(new Appointment { Id = OfficeId.New(now), PersonId = personId, PostId = postId, From = now });
        events.Add(new ActRecord("补任岗位")
        {
            Account = account, DocumentId = documentId, Opinion = reason, Detail = new Dictionary<string, string> { ["岗位"] = OfficeDirectory.Shown(post), ["人员"] = person.Name },
        });
    }

    private async Task SkipStepAsync(string account, OutboxMessage message, string reason, CancellationToken cancellationToken)
    {
        if (message.State == OutboxState.Done)
            return;
        var step = await reader.StepOfAsync(message, cancellationToken);
        if (!FaultReader.MaySkip(step))
            throw RefusalException.Conflict(step is null ? "出错的不是人工环节，不能略过；请消除原因后重试，或移到其他环节。" : $"“{step.Name}”不能略过；请补任岗位后重试，或移到其他环节。");
        var document = await data.Documents.SingleAsync(row => row.Id == message.DocumentId, cancellationToken);
        (document.SkipNodeId, document.SkipReason) = (step!.NodeId, reason);
        events.Add(new ActRecord("略过环节") { Account = account, DocumentId = document.Id, StepName = step.Name, Opinion = reason });
        SendAgain(message);
    }

    private void SendAgain(OutboxMessage message) => (message.State, message.Attempts, message.AvailableAt) = (OutboxState.Waiting, 0, system.GetUtcNow());

    private void Retry(string account, Deadline deadline)
    {
        if (deadline.DoneAt is not null)
            return;
        deadline.Attempts = 0;
        events.Add(new ActRecord("重新处理到期") { Account = account, DocumentId = DocumentOf(deadline), StepName = deadline.WorkItem?.StepName, Opinion = deadline.LastError });
    }

    private void Retry(string account, Handover handover)
    {
        if (handover.OpenPersonId is null)
            return;
        handover.Attempts = 0;
        events.Add(new ActRecord("重新交接") { Account = account, Opinion = handover.LastError });
    }

    private static string DocumentOf(Deadline deadline) => deadline.WorkItem?.DocumentId ?? deadline.Distribution!.DocumentId;

    private Task<Deadline?> DeadlineAsync(string id, CancellationToken cancellationToken) =>
        data.Deadlines.Include(row => row.WorkItem).Include(row => row.Distribution).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private async Task<OutboxMessage> MessageAsync(string id, CancellationToken cancellationToken) =>
        await data.OutboxMessages.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw RefusalException.NotFound("这项故障");
}
