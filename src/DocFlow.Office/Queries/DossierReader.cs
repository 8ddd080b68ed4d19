using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class DossierReader(IOfficeData data, DocumentAccess access, OfficeDirectory directory, IFileStore files) : IDossier
{
    public async Task<Dossier> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.Person).Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.State == SeatState.Open)
            .OrderBy(seat => seat.WorkItem!.OpenedAt).ThenBy(seat => seat.Order).ToListAsync(cancellationToken);
        var cosigning = await data.CosigningUnits.Where(unit => unit.DocumentId == documentId)
            .OrderBy(unit => unit.Unit!.Order).Select(unit => unit.Unit!.Name).ToListAsync(cancellationToken);
        var signer = await data.People.Where(person => person.Id == document.SignerId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        var receivingUnits = await access.ReceivingUnitsAsync(personId, cancellationToken);
        return new Dossier(
            document.Id, document.Title, document.Kind, document.State, document.Number, document.Urgency, document.IsNormative,
            document.Drafter!.Name, document.DrafterUnit!.Name, signer, document.SignedAt, document.SignedHash, document.IssuedAt,
            document.ProcedureId, document.InstanceId, document.Version, document.CurrentVersion, cosigning,
            await VersionsAsync(documentId, cancellationToken),
            await FilesAsync(documentId, cancellationToken),
            await TraceAsync(documentId, cancellationToken),
            await ReceiptsAsync(documentId, cancellationToken),
            seats.ConvertAll(seat => new OpenSeat(
                seat.Id, seat.WorkItem!.StepName, seat.Person!.Name, seat.PostShown, seat.WorkItem.OpenedAt, seat.WorkItem.DueAt)),
            await ActsAsync(personId, seats, cancellationToken),
            MayStart: document.State == DocumentState.Draft && document.DrafterId == personId,
            MayEdit: await access.MayEditAsync(personId, document, cancellationToken),
            MayReceive: await Receipts(documentId).AnyAsync(
                receipt => receipt.ReceivedAt == null && receipt.UnitId != null && receivingUnits.Contains(receipt.UnitId), cancellationToken));
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
        await access.ReadableAsync(personId, documentId, cancellationToken);
        var belongs = await data.Renderings.AnyAsync(row => row.DocumentId == documentId && row.FileHash == fileHash, cancellationToken)
            || await data.VersionAttachments.AnyAsync(
                attachment => attachment.FileHash == fileHash
                    && data.DocumentVersions.Any(version => version.Id == attachment.DocumentVersionId && version.DocumentId == documentId),
                cancellationToken);
        return belongs ? files.Open(fileHash) : throw RefusalException.NotFound("这个文件");
    }

    private async Task<IReadOnlyList<OpenAct>> ActsAsync(string personId, List<Seat> seats, CancellationToken cancellationToken)
    {
        var standsInFor = await directory.InForce().Where(appointment => appointment.PersonId == personId && appointment.IsActing)
            .Select(appointment => appointment.PostId).ToListAsync(cancellationToken);
        return seats.Where(seat => seat.PersonId == personId || (seat.PostId is { } post && standsInFor.Contains(post)))
            .Select(seat => new OpenAct(
                seat.Id, seat.WorkItem!.StepName, StepOutcomes.Of(seat.WorkItem.StepKind), seat.WorkItem.DueAt,
                seat.PersonId == personId ? null : seat.Person!.Name))
            .ToList();
    }

    private Task<List<VersionRow>> VersionsAsync(string documentId, CancellationToken cancellationToken) => data.DocumentVersions
        .Where(version => version.DocumentId == documentId).OrderBy(version => version.Ordinal)
        .Select(version => new VersionRow(version.Ordinal, version.Author!.Name, version.At, version.Note, version.ContentHash))
        .ToListAsync(cancellationToken);

    private Task<List<FileRow>> FilesAsync(string documentId, CancellationToken cancellationToken) => data.Renderings
        .Where(row => row.DocumentId == documentId).OrderBy(row => row.VersionOrdinal).ThenBy(row => row.At)
        .Select(row => new FileRow(row.FileHash, row.Format, row.Purpose, row.VersionOrdinal, row.PageCount, row.At))
        .ToListAsync(cancellationToken);

    private Task<List<TraceRow>> TraceAsync(string documentId, CancellationToken cancellationToken) => data.Events
        .Where(record => record.DocumentId == documentId).OrderBy(record => record.Sequence)
        .Select(record => new TraceRow(
            record.Sequence, record.At, record.StepName, record.Act, record.ActorName, record.PostShown, record.OnBehalfOf,
            record.ActorId == null, record.Opinion, record.VersionOrdinal))
        .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ReceiptRow>> ReceiptsAsync(string documentId, CancellationToken cancellationToken)
    {
        var receipts = await Receipts(documentId).OrderBy(receipt => receipt.Order)
            .Select(receipt => new
            {
                receipt.RecipientName,
                receipt.IsCopy,
                ReceivedBy = data.People.Where(person => person.Id == receipt.ReceivedById).Select(person => person.Name).FirstOrDefault(),
                receipt.ReceivedAt,
            })
            .ToListAsync(cancellationToken);
        return receipts.ConvertAll(receipt => new ReceiptRow(receipt.RecipientName, receipt.IsCopy, receipt.ReceivedBy, receipt.ReceivedAt));
    }

    // From the document to its receipts, never the other way: there are as many receipts as documents times units.
    private IQueryable<Receipt> Receipts(string documentId) =>
        data.Distributions.Where(distribution => distribution.DocumentId == documentId).SelectMany(distribution => distribution.Receipts);
}
