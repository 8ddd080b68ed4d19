using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Sending;

/// <summary>Documents whose titles don't leave the system: classified ones (涉密), and those of a text that can't be read here and so may be.</summary>
internal sealed class InsideOnly(IOfficeData data)
{
    public async Task<HashSet<string>> AmongAsync(IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken)
    {
        if (documentIds.Count == 0)
            return [];
        // A matter has fields in place of a text, and its title is never a restricted one.
        var documents = await data.Documents.AsNoTracking().Where(document => documentIds.Contains(document.Id) && !document.IsMatter).Select(document => new
        {
            document.Id,
            Source = data.DocumentVersions.Where(version => version.DocumentId == document.Id && version.Ordinal == document.CurrentVersion)
                .Select(version => version.SourceText).SingleOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. documents.Where(document => document.Source is null || DocumentText.Elements(document.Source) is not { Classification: null or "" }).Select(document => document.Id)];
    }
}
