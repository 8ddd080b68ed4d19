using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Handovers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Papers;

/// <summary>交接单 of the hand-over that a matter is about, for those who work on the matter.</summary>
internal sealed class MatterHandoverPaper(IOfficeData data, HandoverReader reader, HandoverPaper paper)
{
    public async Task<Paper> OfAsync(Document matter, CancellationToken cancellationToken)
    {
        var key = MatterHandovers.KeyOf(matter.Id);
        var id = await data.Handovers.Where(row => row.Key == key).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken) ?? throw RefusalException.NotFound("这种表");
        return await paper.OfAsync(await reader.ReadAsync(new HandoverActor(null, "", false), id, true, cancellationToken), cancellationToken);
    }
}
