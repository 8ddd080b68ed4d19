using DocFlow.Documents.Preview;
using DocFlow.Host.Features.Documents;
using DocFlow.Office;
using DocFlow.Office.Desks;

namespace DocFlow.Host.Rendering;

/// <summary>Draws one page of a draft. Some at a time, each within a limit of length and time, so that typing never starves the work.</summary>
internal sealed class DraftPreview(DraftSetter setter, PagePictures pictures, PreviewGate gate, IAnnexDesk annexes)
{
    private const int MostProblems = 5;

    /// <exception cref="RefusalException">Too long to be shown while typing.</exception>
    public static void RefuseTooLong(string source)
    {
        if (DraftSetter.TooLong(source) is { } reason)
            throw new RefusalException(Refusal.Invalid, reason);
    }

    public async Task<PreviewAnswer> ShowAsync(string personId, PreviewRequest request, CancellationToken cancellationToken)
    {
        RefuseTooLong(request.Source);
        var attachments = request.DocumentId is { } id ? await annexes.ReadAsync(personId, id, cancellationToken) : new Dictionary<string, byte[]>();
        return await gate.RunAsync(() => Draw(request, attachments), cancellationToken);
    }

    private PreviewAnswer Draw(PreviewRequest request, IReadOnlyDictionary<string, byte[]> attachments)
    {
        var set = setter.Set(request.Source, attachments);
        if (set.Problems.Count > 0)
            throw new RefusalException(Refusal.Invalid, string.Join(" ", set.Problems.Take(MostProblems)));
        var page = Math.Clamp(request.Page, 1, set.Pages.Count);
        var resolution = PageResolution.Within(request.Resolution);
        var shown = set.Pages[page - 1];
        return new PreviewAnswer(set.Pages.Count, page, resolution, pictures.Get(shown, resolution), PageTextLayer.Of(shown), set.Findings);
    }
}
