using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>Who may seal a correction: whoever keeps the seals (监印) and didn't ask for it.</summary>
internal sealed class CorrectionSealers(IOfficeData data, OfficeDirectory directory)
{
    public Task<bool> IsSealedAsync(string documentId, CancellationToken cancellationToken) => data.SealRecords.AnyAsync(record => record.DocumentId == documentId, cancellationToken);

    public Task<List<string>> OthersAsync(string correctorId, CancellationToken cancellationToken) => directory.InForce()
        .Where(row => row.PersonId != correctorId && (row.Post!.Duties & PostDuties.Seals) != 0).Select(row => row.PersonId).Distinct().ToListAsync(cancellationToken);
}
