using DocFlow.Documents;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Office;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Rendering;

/// <summary>Draws the office's documents with DocFlow.Documents.</summary>
internal sealed class OfficeDocumentRenderer(FontShelf shelf) : IDocumentRenderer
{
    public Task<IReadOnlyList<RenderedFile>> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        var document = OrderedDocument.Of(order);
        var press = shelf.Press;
        try
        {
            var typeset = press.Typeset(document, RegisteredSeals.OptionsOf(order.Seals, shelf.Library));
            return Task.FromResult<IReadOnlyList<RenderedFile>>(
            [
                new RenderedFile(OrderedDocument.Word, Write(press, typeset, OrderedDocument.Word), typeset.Pages.Count),
                new RenderedFile(OrderedDocument.Pdf, Write(press, typeset, OrderedDocument.Pdf), typeset.Pages.Count),
            ]);
        }
        catch (FontsMissingException exception)
        {
            throw new RefusalException(Refusal.Invalid, exception.Message);
        }
    }

    private static byte[] Write(DocumentPress press, TypesetDocument typeset, string format)
    {
        using var stream = new MemoryStream();
        press.Write(typeset, OrderedDocument.FormatOf(format), stream);
        return stream.ToArray();
    }
}
