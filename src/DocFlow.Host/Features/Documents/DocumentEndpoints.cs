namespace DocFlow.Host.Features.Documents;

/// <summary>Documents over HTTP.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        var group = app.MapGroup("/api/documents").WithTags("公文").Guarded();
        group.MapDrafting();
        group.MapAnnexes();
        group.MapReading();
        group.MapFilePages();
        group.MapOpinions();
        group.MapHandwriting();
        group.MapChanges();
        group.MapParagraphNotes();
        group.MapDistribution();
        group.MapPausing();
        group.MapLetterSeals();
        group.MapDuties();
        group.MapPapers();
        group.MapChain();
        app.MapPreview();
    }
}
