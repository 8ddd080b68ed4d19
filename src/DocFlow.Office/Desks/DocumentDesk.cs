using DocFlow.Office.Citations;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class DocumentDesk(
    IOfficeData data,
    OfficeDirectory directory,
    DocumentAccess access,
    DocumentText texts,
    DraftVersions versions,
    IProcedures procedures,
    OriginCitations citations,
    OutboxWriter outbox,
    EventLog events,
    OfficeClock clock) : IDocumentDesk
{
    private const int MostKey = 100;
    private const int MostReason = 2000;
    private const int MostTries = 20;

    public async Task<string> CreateAsync(string actorId, DraftContent content, CancellationToken cancellationToken = default)
    {
        PlainText.Require(content.Key, "按键标识", MostKey);
        var creationKey = string.IsNullOrEmpty(content.Key) ? null : $"{actorId}/{content.Key}";
        if (creationKey is not null && await CreatedByAsync(creationKey, cancellationToken) is { } created)
            return created;
        var origin = content.BornFromId is { } from ? await access.ReadableAsync(actorId, from, cancellationToken) : null;
        var drafter = await directory.PersonAsync(actorId, cancellationToken);
        var post = await directory.OwnPostAsync(actorId, cancellationToken);
        var now = clock.Now;
        var (title, kind, urgency) = DocumentText.Label(DocumentText.Read(content.SourceText, content.Attachments?.Keys.ToList()));
        var document = new Document
        {
            Id = OfficeId.New(now),
            Title = title,
            Kind = kind,
            Urgency = urgency,
            DrafterId = drafter.Id,
            DrafterUnitId = post.UnitId,
            IsNormative = content.IsNormative,
            BornFromId = origin?.Id,
            CreationKey = creationKey,
            CreatedAt = now,
            UpdatedAt = now,
        };
        data.Documents.Add(document);
        await versions.SetCosigningAsync(document, content.CosigningUnitIds, cancellationToken);
        var version = await versions.AddAsync(document, 1, actorId, content, cancellationToken);
        events.Add(ActRecord.On(version, "拟稿") with
        {
            Actor = drafter,
            PostShown = OfficeDirectory.Shown(post),
            Detail = origin is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["来源"] = origin.Title },
        });
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return document.Id;
        }
        catch (DbUpdateException) when (creationKey is not null)
        {
            // Pressed twice at once: the first press made the draft.
            data.Forget();
            if (await CreatedByAsync(creationKey, cancellationToken) is { } first)
                return first;
            throw;
        }
    }

    public async Task<int> SaveAsync(string actorId, string documentId, int expectedVersion, DraftContent content, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (!await access.MayEditAsync(actorId, document, cancellationToken))
            throw RefusalException.Forbidden(WhyNotEditable(document));
        if (document.Version != expectedVersion)
            return await versions.IsSavedAsync(document, actorId, content, cancellationToken) ? document.Version : throw Stale();

        var editor = await directory.PersonAsync(actorId, cancellationToken);
        var before = document.CurrentVersion;
        var version = await versions.PutAsync(document, actorId, content, cancellationToken);
        await versions.SetCosigningAsync(document, content.CosigningUnitIds, cancellationToken);
        var attachments = content.Attachments?.Keys.ToList()
            ?? (await texts.AttachmentsAsync(version.Id, cancellationToken)).ConvertAll(attachment => attachment.Name);
        var label = DocumentText.Label(DocumentText.Read(content.SourceText, attachments), document.Title, document.Kind);
        (document.Title, document.Kind, document.Urgency) = label;
        document.IsNormative = content.IsNormative;
        document.UpdatedAt = clock.Now;
        document.Saves++;
        if (version.Ordinal != before)
            events.Add(ActRecord.On(version, "修改") with { Actor = editor, Opinion = content.Note });
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return document.Version;
        }
        catch (DbUpdateException)
        {
            // Saved twice at once: the other save may have written just this.
            data.Forget();
            var saved = await access.ReadableAsync(actorId, documentId, cancellationToken);
            return await versions.IsSavedAsync(saved, actorId, content, cancellationToken) ? saved.Version : throw Stale();
        }
    }

    public async Task<DraftReading> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        var version = await texts.CurrentAsync(document, cancellationToken);
        var attachments = await texts.AttachmentsAsync(version.Id, cancellationToken);
        var cosigning = await data.CosigningUnits.Where(unit => unit.DocumentId == documentId)
            .OrderBy(unit => unit.Unit!.Order).Select(unit => unit.UnitId).ToListAsync(cancellationToken);
        return new DraftReading(
            document.Id, document.Title, document.State, document.Version, version.Ordinal, version.SourceText,
            attachments.ConvertAll(attachment => attachment.Name), document.IsNormative, cosigning,
            await access.MayEditAsync(actorId, document, cancellationToken), version.At);
    }

    public async Task<string> StartAsync(string actorId, string documentId, int expectedVersion, string definitionId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (document.DrafterId != actorId)
            throw RefusalException.Forbidden("只有拟稿人可以送审这份公文。");
        if (document.InstanceId is { } started)
            return started;
        if (document.State != DocumentState.Draft)
            throw RefusalException.Conflict("这份公文已作废，不能送审。");
        if (document.Version != expectedVersion)
            throw Stale();
        if (!await procedures.ExistsAsync(definitionId, cancellationToken))
            throw RefusalException.Invalid($"没有已发布的流程“{definitionId}”，请选择其他流程。");

        var version = await texts.CurrentAsync(document, cancellationToken);
        await texts.RefuseUnfitAsync(version, cancellationToken);
        await citations.RefuseWrongAsync(document, version.SourceText, cancellationToken);
        var now = clock.Now;
        document.State = DocumentState.Running;
        document.ProcedureId = definitionId;
        document.InstanceId = OfficeId.New(now);
        document.UpdatedAt = now;
        outbox.Start(new StartMessage(definitionId, document.InstanceId, documentId));
        events.Add(ActRecord.On(version, StepOutcomes.Forward(StepKind.Draft)) with { Actor = document.Drafter, StepName = "拟稿" });
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return document.InstanceId;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice at once: the first press decided the instance.
            data.Forget();
            return await data.Documents.Where(row => row.Id == documentId).Select(row => row.InstanceId).SingleAsync(cancellationToken)
                ?? throw Stale();
        }
    }

    public Task VoidAsync(string actorId, string documentId, string reason, CancellationToken cancellationToken = default) =>
        OnFreshRowsAsync(() => TryVoidAsync(actorId, documentId, reason, cancellationToken));

    public Task ReceiveAsync(string actorId, string documentId, CancellationToken cancellationToken = default) =>
        OnFreshRowsAsync(() => TryReceiveAsync(actorId, documentId, cancellationToken));

    private async Task TryVoidAsync(string actorId, string documentId, string reason, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (document.State == DocumentState.Void)
            return;
        if (string.IsNullOrWhiteSpace(reason))
            throw RefusalException.Invalid("作废须写明理由。");
        if ((await procedures.DeclaredAsync(cancellationToken)).FirstOrDefault(procedure => procedure.Id == document.ProcedureId) is { KeepsAll: true } kept)
            throw RefusalException.Conflict($"“{kept.Title}”的事项不能作废或删除，只能批注。");
        PlainText.Require(reason, "作废理由", MostReason);
        var isRegistry = await access.IsRegistryAsync(actorId, cancellationToken);
        if (document.Number is null ? document.DrafterId != actorId && !isRegistry : !isRegistry)
            throw RefusalException.Forbidden("编号前由拟稿人或文印室作废，编号后只能由文印室作废。");
        if (document.State is DocumentState.Issued or DocumentState.Archived)
            throw RefusalException.Conflict("这份公文已印发，不能作废；请按规定发文撤销或废止。");

        document.State = DocumentState.Void;
        document.UpdatedAt = clock.Now;

        // It is on its way to nowhere any more, and nothing is left that could stand still.
        (document.JumpToNodeId, document.ReturnToNodeId, document.StraightToNodeId) = (null, null, null);
        (document.SkipNodeId, document.SkipReason, document.PausedAt, document.PauseReason) = (null, null, null, null);
        foreach (var number in await data.IssuedNumbers.Where(number => number.DocumentId == documentId).ToListAsync(cancellationToken))
            number.IsVoid = true;
        var open = await data.WorkItems.Include(item => item.Seats)
            .Where(item => item.DocumentId == documentId && item.ClosedAt == null).ToListAsync(cancellationToken);
        foreach (var item in open)
        {
            item.ClosedAt = clock.Now;
            foreach (var seat in item.Seats.Where(seat => seat.IsPending))
                seat.State = SeatState.Withdrawn;
        }

        // What was still to be told would only be refused.
        foreach (var message in await data.OutboxMessages.Where(message => message.DocumentId == documentId && message.State != OutboxState.Done).ToListAsync(cancellationToken))
            (message.State, message.DoneAt, message.FailingSince) = (OutboxState.Done, clock.Now, null);

        var version = await texts.CurrentAsync(document, cancellationToken);
        events.Add(ActRecord.On(version, "作废") with { Actor = await directory.PersonAsync(actorId, cancellationToken), Opinion = reason.Trim() });
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task TryReceiveAsync(string actorId, string documentId, CancellationToken cancellationToken)
    {
        var (document, _) = await access.SeenAsync(actorId, documentId, cancellationToken);
        var units = await access.ReceivingUnitsAsync(actorId, cancellationToken);
        var receipts = await data.Distributions.Where(distribution => distribution.DocumentId == documentId)
            .SelectMany(distribution => distribution.Receipts)
            .Where(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId))
            .ToListAsync(cancellationToken);
        if (receipts.Count == 0)
            throw RefusalException.Forbidden("这份公文没有发给您的单位，或您不是签收人。");
        var open = receipts.FindAll(receipt => receipt.ReceivedAt is null);
        if (open.Count == 0)
            return;
        var receiver = await directory.PersonAsync(actorId, cancellationToken);
        foreach (var receipt in open)
            (receipt.ReceivedAt, receipt.ReceivedById) = (clock.Now, actorId);
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), "签收") with
        {
            Actor = receiver,
            PostShown = string.Join('，', open.Select(receipt => receipt.RecipientName)),
        });
        await data.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An act that may meet another one on the same rows: looked at again then, so that a double click finds itself done.</summary>
    private async Task OnFreshRowsAsync(Func<Task> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                data.Forget();
            }
        }
    }

    private Task<string?> CreatedByAsync(string creationKey, CancellationToken cancellationToken) => data.Documents
        .Where(document => document.CreationKey == creationKey).Select(document => document.Id).FirstOrDefaultAsync(cancellationToken);

    private static string WhyNotEditable(Document document) => document switch
    {
        { State: DocumentState.Void } => "这份公文已作废，不能再修改。",
        { SignedHash: null } => "这份公文现在不由您修改：送审后须在轮到您办理时修改。",
        _ => "这份公文已经签发，正文不能再改；确需修改的，请由复核退回后重新签发。",
    };

    private static RefusalException Stale() =>
        RefusalException.Conflict("这份公文刚刚被改动过，您的内容没有覆盖它，也没有丢失。请刷新后对照修改，再保存一次。");
}
