using System.Text;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>Documents that were sent out, and to whom.</summary>
internal sealed class IssuedDocuments(IOfficeData data, DocumentAccess access, DocumentText texts, OfficeDirectory directory, CorrectionSealers sealers)
{
    /// <summary>The document, where the person may send it out again.</summary>
    public async Task<Document> ForRegistryAsync(string actorId, string documentId, string act, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        if (!await access.IsRegistryAsync(actorId, cancellationToken))
            throw RefusalException.Forbidden($"{act}由文印室办理。");
        return IsSent(document) ? document : throw RefusalException.Conflict($"《{document.Title}》还没有印发，不能{act}；需要修改的，请退回修改。");
    }

    public async Task<bool> MayAsync(string actorId, Document document, CancellationToken cancellationToken) =>
        IsSent(document) && await access.IsRegistryAsync(actorId, cancellationToken);

    /// <summary>Whether somebody may answer a correction that waits for its seal.</summary>
    public async Task<bool> MaySealAsync(string actorId, Document document, int toVersion, CancellationToken cancellationToken) =>
        await MayAsync(actorId, document, cancellationToken)
        && await data.Corrections.SingleAsync(row => row.DocumentId == document.Id && row.ToVersion == toVersion, cancellationToken) is { } correction
        && (await sealers.OthersAsync(correction.ById, cancellationToken)).Contains(actorId);

    public Task<List<Distribution>> DistributionsAsync(string documentId, CancellationToken cancellationToken) => data.Distributions.Include(row => row.Receipts)
        .Where(row => row.DocumentId == documentId).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>One receipt of each that has the document, in the order in which it was sent.</summary>
    public async Task<List<Receipt>> ReceiptsAsync(string documentId, CancellationToken cancellationToken) =>
        [.. (await DistributionsAsync(documentId, cancellationToken)).SelectMany(row => row.Receipts.OrderBy(receipt => receipt.Order)).DistinctBy(receipt => receipt.RecipientName)];

    public async Task<CorrectableText> TextAsync(Document document, CancellationToken cancellationToken)
    {
        var version = await texts.CurrentAsync(document, cancellationToken);
        var annexes = new Dictionary<string, string>();
        foreach (var annex in await texts.AttachmentsAsync(version.Id, cancellationToken))
            annexes[annex.Name] = Encoding.UTF8.GetString(await texts.BytesAsync(annex.FileHash, cancellationToken));
        return new CorrectableText(version.Ordinal, version.SourceText, annexes);
    }

    /// <summary>Those who sign for units now (签收人), by unit.</summary>
    public async Task<ILookup<string, string>> ReceiversAsync(IEnumerable<Receipt> receipts, CancellationToken cancellationToken)
    {
        var units = receipts.Select(receipt => receipt.UnitId).OfType<string>().Distinct().ToList();
        var holders = await directory.InForce().Where(row => units.Contains(row.Post!.UnitId) && (row.Post.Duties & PostDuties.Receive) != 0).ToListAsync(cancellationToken);
        return holders.ToLookup(row => row.Post!.UnitId, row => row.PersonId);
    }

    private static bool IsSent(Document document) => !document.IsMatter && document.State is DocumentState.Issued or DocumentState.Archived;
}
