using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.Time;

namespace DocFlow.Office.Steps;

/// <summary>Puts produced files into the store. Only adds to the context.</summary>
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
