using DocFlow.Documents.Checking;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Host.Features.Documents;
using DocFlow.Host.Parts;
using DocFlow.Office;
using DocFlow.Office.Desks;

namespace DocFlow.Host.Rendering;

/// <summary>Draws one page of a draft. Some at a time, each within a limit of length and time, so that typing never starves the work.</summary>
internal sealed class DraftPreview(FontShelf shelf, PagePictures pictures, PreviewGate gate, IAnnexDesk annexes)
{
    /// <summary>Some 400 pages.</summary>
    public const int MostCharacters = 250_000;

    /// <exception cref="RefusalException">Too long to be shown while typing.</exception>
    public static void RefuseTooLong(string source)
    {
        if (source.Length > MostCharacters)
            throw new RefusalException(Refusal.Invalid, $"文稿有{source.Length}个字符，超过预览和检查的上限{MostCharacters}。可先保存，送审时生成文件。");
    }

    public async Task<PreviewAnswer> ShowAsync(string personId, PreviewRequest request, CancellationToken cancellationToken)
    {
        RefuseTooLong(request.Source);
        var attachments = request.DocumentId is { } id ? await annexes.ReadAsync(personId, id, cancellationToken) : new Dictionary<string, byte[]>();
        return await gate.RunAsync(() => Draw(request, attachments), cancellationToken);
    }

    private PreviewAnswer Draw(PreviewRequest request, IReadOnlyDictionary<string, byte[]> attachments)
    {
        var reading = DocumentSource.Read(request.Source, new SourceReadOptions { ReadSibling = OrderedDocument.Sibling(attachments), MostCharacters = MostCharacters });
        if (reading.Document is not { } document)
            throw new RefusalException(Refusal.Invalid, string.Join(" ", reading.Problems.Take(5)));
        var typeset = shelf.Press.Typeset(document);
        var page = Math.Clamp(request.Page, 1, typeset.Pages.Count);
        var resolution = PageResolution.Within(request.Resolution);
        var shown = typeset.Pages[page - 1];
        return new PreviewAnswer(
            typeset.Pages.Count, page, resolution, pictures.Get(shown, resolution), PageTextLayer.Of(shown),
            [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines), .. typeset.Findings]);
    }
}
