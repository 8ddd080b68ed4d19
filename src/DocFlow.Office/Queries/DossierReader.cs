using DocFlow.Office.Desks;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Matters;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class DossierReader(
    IOfficeData data, DocumentAccess access, ActReader acts, SeenMarks seen, WorkflowTrouble trouble, RenderOrders orders, MatterReader matters, IssuedDocuments issued, IFileStore files) : IDossier
{
    private const string ReceiveAct = "签收";

    public async Task<Dossier> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var (document, isInside) = await access.SeenAsync(personId, documentId, cancellationToken);
        var receivingUnits = await access.ReceivingUnitsAsync(personId, cancellationToken);
        var all = await AllAsync(document, cancellationToken);
        var dossier = isInside ? all : AsReceived(all, document, await UnitNamesAsync(receivingUnits, cancellationToken));
        if (isInside)
            dossier = await matters.WithMatterAsync(await acts.WithActsAsync(dossier, personId, document, cancellationToken), personId, document, cancellationToken);
        await seen.MarkAsync([.. dossier.Acts.Where(act => act.SeenAt is null).Select(act => act.SeatId)], cancellationToken);
        return dossier with
        {
            MayStart = document.State == DocumentState.Draft && document.DrafterId == personId,
            MayEdit = await access.MayEditAsync(personId, document, cancellationToken),
            MayDistribute = isInside && await issued.MayAsync(personId, document, cancellationToken),
            MaySealCorrection = isInside && dossier.PendingCorrection is { } pending && await issued.MaySealAsync(personId, document, pending.ToVersion, cancellationToken),
            MayReceive = await Receipts(documentId).AnyAsync(
                receipt => receipt.ReceivedAt == null && receipt.UnitId != null && receivingUnits.Contains(receipt.UnitId), cancellationToken),
        };
    }

    // What a recipient may see: the issued document and its own receipt, not how it came to be.
    private static Dossier AsReceived(Dossier all, Document document, List<string> units) => all with
    {
        IsNormative = false,
        InstanceId = null,
        DrafterId = "",
        DrafterName = "",
        DrafterUnitName = document.IssuedAt is null ? "" : all.DrafterUnitName,
        CosigningUnits = [],
        Versions = [],
        Files = [.. all.Files.Where(file => file.Purpose == RenderingPurpose.Final)],
        Trace = [.. all.Trace.Where(row => row.Act == ReceiveAct && row.PostShown is { } post && units.Any(unit => post.Contains(unit, StringComparison.Ordinal)))],
        Receipts = [.. all.Receipts.Where(receipt => units.Contains(receipt.RecipientName))],
        Waiting = [],
        Problem = null,
        HasSignaturePicture = false,
        PausedAt = null,
        PauseReason = null,
        PendingCorrection = null,
    };

    private Task<List<string>> UnitNamesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        data.Units.Where(unit => ids.Contains(unit.Id)).Select(unit => unit.Name).ToListAsync(cancellationToken);

    public async Task<string> ReadStampAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var (document, _) = await access.SeenAsync(personId, documentId, cancellationToken);
        var last = await data.Events.Where(record => record.DocumentId == documentId).MaxAsync(record => (long?)record.Sequence, cancellationToken);
        var open = await data.Seats.CountAsync(seat => seat.WorkItem!.DocumentId == documentId && seat.State == SeatState.Open, cancellationToken);
        return $"{document.Version}/{last}/{open}/{await trouble.OfAsync(document, cancellationToken)}";
    }

    public async Task<Dossier> ReadOverviewAsync(string documentId, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.Include(row => row.Drafter).Include(row => row.DrafterUnit)
            .SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        var dossier = await AllAsync(document, cancellationToken);
        return dossier with
        {
            Trace = [.. dossier.Trace.Select(row => row with { Opinion = null, HandwritingHash = null })],
            Versions = [.. dossier.Versions.Select(version => version with { Note = null })],
        };
    }

    public async Task<DrawnFile> ReadDrawnAsync(string personId, string documentId, string fileHash, CancellationToken cancellationToken = default)
    {
        var (document, isInside) = await access.SeenAsync(personId, documentId, cancellationToken);
        var rendering = await data.Renderings.AsNoTracking()
            .FirstOrDefaultAsync(row => row.DocumentId == documentId && row.FileHash == fileHash && (isInside || row.Purpose == RenderingPurpose.Final), cancellationToken)
            ?? throw RefusalException.NotFound("这个文件");
        return new DrawnFile(rendering.FileHash, rendering.Format, rendering.PageCount, await orders.OfAsync(document, rendering, cancellationToken));
    }

    private async Task<Dossier> AllAsync(Document document, CancellationToken cancellationToken)
    {
        var documentId = document.Id;
        var seats = await OpenSeatsAsync(documentId, cancellationToken);
        var cosigning = await data.CosigningUnits.Where(unit => unit.DocumentId == documentId)
            .OrderBy(unit => unit.Unit!.Order).Select(unit => unit.Unit!.Name).ToListAsync(cancellationToken);
        var signer = await data.People.Where(person => person.Id == document.SignerId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return new Dossier(
            document.Id, document.Title, document.Kind, document.State, document.Number, document.Urgency, document.IsNormative,
            document.DrafterId, document.Drafter!.Name, document.DrafterUnit!.Name, signer, document.SignedAt, document.SignedHash, document.IssuedAt,
            document.ProcedureId, document.InstanceId, document.Version, document.CurrentVersion, cosigning,
            await VersionsAsync(documentId, cancellationToken),
            await FilesAsync(documentId, cancellationToken),
            await TraceAsync(documentId, cancellationToken),
            await ReceiptsAsync(documentId, cancellationToken),
            seats.ConvertAll(seat => new OpenSeat(
                seat.Id, seat.WorkItem!.StepName, seat.Person!.Name, seat.PostShown, seat.WorkItem.OpenedAt, seat.WorkItem.DueAt)),
            Acts: [],
            await trouble.OfAsync(document, cancellationToken),
            MayStart: false,
            MayEdit: false,
            MayReceive: false)
        {
            PausedAt = document.PausedAt,
            PauseReason = document.PauseReason,
            Corrections = await CorrectionsAsync(documentId, CorrectionState.Sent, cancellationToken),
            PendingCorrection = (await CorrectionsAsync(documentId, CorrectionState.Requested, cancellationToken)).FirstOrDefault(),
            HasSignaturePicture = document.SignedAt is { } signed && await data.Seats.AnyAsync(
                seat => seat.WorkItem!.DocumentId == documentId && seat.WorkItem.StepKind == StepKind.Sign && seat.DecidedAt == signed && seat.SignatureHash != null, cancellationToken),
        };
    }

    public async Task<string> ReadSourceAsync(string personId, string documentId, int ordinal, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        return await data.DocumentVersions.Where(version => version.DocumentId == documentId && version.Ordinal == ordinal)
            .Select(version => version.SourceText).SingleOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.NotFound($"第{ordinal}稿");
    }

    public async Task<Stream> OpenFileAsync(string personId, string documentId, string fileHash, CancellationToken cancellationToken = default)
    {
        var (_, isInside) = await access.SeenAsync(personId, documentId, cancellationToken);
        var belongs = await data.Renderings.AnyAsync(
                row => row.DocumentId == documentId && row.FileHash == fileHash && (isInside || row.Purpose == RenderingPurpose.Final), cancellationToken)
            || isInside && await data.DocumentVersions.Where(version => version.DocumentId == documentId)
                .Join(data.VersionAttachments, version => version.Id, attachment => attachment.DocumentVersionId, (_, attachment) => attachment)
                .AnyAsync(attachment => attachment.FileHash == fileHash, cancellationToken);
        return belongs ? files.Open(fileHash) : throw RefusalException.NotFound("这个文件");
    }

    private Task<List<Seat>> OpenSeatsAsync(string documentId, CancellationToken cancellationToken) =>
        data.Seats.AsNoTracking().Include(seat => seat.Person).Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.State == SeatState.Open)
            .OrderBy(seat => seat.WorkItem!.OpenedAt).ThenBy(seat => seat.Order).ToListAsync(cancellationToken);

    private Task<List<VersionRow>> VersionsAsync(string documentId, CancellationToken cancellationToken) => data.DocumentVersions
        .Where(version => version.DocumentId == documentId).OrderBy(version => version.Ordinal)
        .Select(version => new VersionRow(version.Ordinal, version.Author!.Name, version.At, version.Note, version.ContentHash))
        .ToListAsync(cancellationToken);

    private Task<List<FileRow>> FilesAsync(string documentId, CancellationToken cancellationToken) => data.Renderings
        .Where(row => row.DocumentId == documentId).OrderBy(row => row.VersionOrdinal).ThenBy(row => row.At)
        .Select(row => new FileRow(row.FileHash, row.Format, row.Purpose, row.VersionOrdinal, row.PageCount, row.At, row.Name))
        .ToListAsync(cancellationToken);

    private async Task<List<TraceRow>> TraceAsync(string documentId, CancellationToken cancellationToken)
    {
        var acts = await data.Events.AsNoTracking().Where(record => record.DocumentId == documentId).OrderBy(record => record.Sequence).ToListAsync(cancellationToken);
        return acts.ConvertAll(record => new TraceRow(
            record.Sequence, record.At, record.StepName, record.Act, record.ActorName, record.PostShown, record.OnBehalfOf,
            record.ActorId == null, record.Opinion, record.VersionOrdinal)
        {
            HandwritingHash = EventFacts.HandwritingOf(record.DetailJson),
            Facts = TraceFacts.Of(record),
        });
    }

    private Task<List<CorrectionRow>> CorrectionsAsync(string documentId, CorrectionState state, CancellationToken cancellationToken) => data.Corrections
        .Where(row => row.DocumentId == documentId && row.State == state).OrderBy(row => row.FromVersion)
        .Select(row => new CorrectionRow(
            row.FromVersion, row.ToVersion, row.Reason, data.People.Where(person => person.Id == row.ById).Select(person => person.Name).First(), row.At,
            data.People.Where(person => person.Id == row.DecidedById).Select(person => person.Name).FirstOrDefault()))
        .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ReceiptRow>> ReceiptsAsync(string documentId, CancellationToken cancellationToken)
    {
        var receipts = await data.Distributions.Where(distribution => distribution.DocumentId == documentId)
            .SelectMany(distribution => distribution.Receipts, (distribution, receipt) => new
            {
                distribution.Kind,
                distribution.At,
                receipt.RecipientName,
                receipt.IsCopy,
                receipt.UnitId,
                receipt.Order,
                ReceivedBy = data.People.Where(person => person.Id == receipt.ReceivedById).Select(person => person.Name).FirstOrDefault(),
                receipt.ReceivedAt,
            })
            .ToListAsync(cancellationToken);
        return [.. receipts.OrderBy(receipt => receipt.At).ThenBy(receipt => receipt.Order)
            .Select(receipt => new ReceiptRow(receipt.RecipientName, receipt.IsCopy, receipt.ReceivedBy, receipt.ReceivedAt) { Kind = receipt.Kind, SentAt = receipt.At, IsOutside = receipt.UnitId is null })];
    }

    // From the document's distributions to their receipts, so that the register of all receipts isn't walked.
    private IQueryable<Receipt> Receipts(string documentId) => data.Distributions
        .Where(distribution => distribution.DocumentId == documentId).SelectMany(distribution => distribution.Receipts);
}
