using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Papers;

/// <inheritdoc />
internal sealed class PaperDesk(DocumentAccess access, OpinionPaper opinions, ManuscriptPaper manuscript, TracePaper trace, MatterPaper matter, MatterHandoverPaper handover) : IPapers
{
    public async Task<Paper> ReadAsync(string personId, string documentId, PaperKind kind, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        return kind switch
        {
            PaperKind.Matter => await matter.OfAsync(document, cancellationToken),
            PaperKind.Handover => await handover.OfAsync(document, cancellationToken),
            PaperKind.Trace => await trace.OfAsync(document, cancellationToken),
            _ when document.IsMatter => throw RefusalException.NotFound("这种表"),
            PaperKind.Opinions => await opinions.OfAsync(document, cancellationToken),
            PaperKind.Manuscript => await manuscript.OfAsync(document, cancellationToken),
            _ => throw RefusalException.NotFound("这种表"),
        };
    }
}
