using DocFlow.Office.Dossiers;
using DocFlow.Office.Time;

namespace DocFlow.Office.Files;

/// <summary>Puts files into the store, and on record. Only adds to the context.</summary>
internal sealed class KeptFiles(IOfficeData data, IFileStore files, OfficeClock clock)
{
    /// <returns>The file's hash.</returns>
    public async Task<string> PutAsync(byte[] content, CancellationToken cancellationToken)
    {
        var hash = await files.PutAsync(content, cancellationToken);
        if (await data.StoredFiles.FindAsync([hash], cancellationToken) is null)
            data.StoredFiles.Add(new StoredFile { Hash = hash, Length = content.Length, StoredAt = clock.Now });
        return hash;
    }
}
