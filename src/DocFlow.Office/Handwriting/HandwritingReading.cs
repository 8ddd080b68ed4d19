using DocFlow.Documents.Handwriting;
using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handwriting;

/// <inheritdoc />
internal sealed class HandwritingReading(IOfficeData data, DocumentAccess access, HandwritingStore store) : IHandwritingReading
{
    public async Task<string> DrawAsync(string personId, string documentId, string hash, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        var seat = await data.Seats.Where(row => row.WorkItem!.DocumentId == documentId && row.HandwritingHash == hash).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.NotFound("这条手写意见");
        return PenPicture.Svg((await store.OfSeatsAsync(new Dictionary<string, string> { [seat] = hash }, cancellationToken))[seat]);
    }
}
