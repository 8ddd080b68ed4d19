using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterSeals(IOfficeData data, MatterDocuments documents, PaperSealing sealing, LetterSeals letters) : IMatterSeals
{
    public async Task SealAsync(string documentId, string name, string sealedBy, bool toParts, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var made = await documents.LatestAsync(documentId, name, cancellationToken);
        if (made.Find(row => row.Format == Rendering.SourceFormat) is not { } source)
            throw RefusalException.Invalid($"《{matter.Title}》还没有生成{name}，不能用印。请改正流程后重试。");
        if (!await sealing.IsDoneAsync(PaperSealing.KeyOf(documentId, name, source), cancellationToken))
            await sealing.SealAsync(matter, name, made, await SealersAsync(matter, sealedBy, cancellationToken), cancellationToken);
        if (toParts)
            await documents.PutWithPartsAsync(matter, made, cancellationToken);
    }

    public async Task AskAsync(string documentId, string name, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var decided = await DecidedAsync(matter, cancellationToken);
        await letters.AskAsync(matter, name, new SealRequest(decided.FirstOrDefault()?.DecidedById ?? matter.DrafterId, $"《{matter.Title}》已发出{name}，请用印。"), cancellationToken);
    }

    // Whoever decided last before the keeper asked for the seal; where nobody did, whoever registered the matter.
    private async Task<PaperSealers> SealersAsync(Document matter, string sealedBy, CancellationToken cancellationToken)
    {
        var decided = await DecidedAsync(matter, cancellationToken);
        var keeper = decided.Find(seat => seat.WorkItem!.StepName == sealedBy) ?? throw RefusalException.Invalid($"《{matter.Title}》没有“{sealedBy}”的办理记录，不能登记用印。请改正流程后重试。");
        var asked = decided.Find(seat => seat.WorkItem!.StepName != sealedBy && seat.DecidedAt <= keeper.DecidedAt)?.DecidedById ?? matter.DrafterId;
        return new PaperSealers(keeper.DecidedById!, keeper.PostShown, asked);
    }

    private Task<List<Seat>> DecidedAsync(Document matter, CancellationToken cancellationToken) =>
        data.Seats.Include(seat => seat.WorkItem).Where(seat => seat.WorkItem!.DocumentId == matter.Id && seat.State == SeatState.Decided && seat.DecidedById != null)
            .OrderByDescending(seat => seat.DecidedAt).ThenByDescending(seat => seat.Id).ToListAsync(cancellationToken);
}
