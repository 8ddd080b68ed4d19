using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;

namespace DocFlow.Office.Distributing;

/// <summary>Draws the files of a corrected text beside those of the earlier one. Only adds to the context.</summary>
internal sealed class FinalFiles(IOfficeData data, KeptFiles files, IDocumentRenderer renderer, RenderOrders orders, OfficeClock clock)
{
    public async Task AddAsync(Document document, DocumentVersion version, CancellationToken cancellationToken)
    {
        foreach (var file in await renderer.RenderAsync(await orders.NowAsync(document, version, RenderingPurpose.Final, cancellationToken), cancellationToken))
        {
            data.Renderings.Add(new Rendering
            {
                Id = OfficeId.New(clock.Now),
                DocumentId = document.Id,
                VersionOrdinal = version.Ordinal,
                Purpose = RenderingPurpose.Final,
                Format = file.Format,
                FileHash = await files.PutAsync(file.Content, cancellationToken),
                PageCount = file.Pages,
                At = clock.Now,
            });
        }
    }
}
