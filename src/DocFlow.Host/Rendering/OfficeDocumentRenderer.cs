using DocFlow.Documents;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Host.Signing;
using DocFlow.Office;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Rendering;

/// <summary>Draws the office's documents with DocFlow.Documents, and signs the PDF of what is sealed.</summary>
internal sealed class OfficeDocumentRenderer(FontShelf shelf, OfficeSigner signer) : IDocumentRenderer
{
    public Task<IReadOnlyList<RenderedFile>> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        var document = OrderedDocument.Of(order);
        var press = shelf.Press;
        var signing = signer.SigningOf(order.Seals);
        try
        {
            var typeset = press.Typeset(document, RegisteredSeals.OptionsOf(order.Seals, shelf.Library));
            return Task.FromResult<IReadOnlyList<RenderedFile>>(
            [
                new RenderedFile(OrderedDocument.Word, Write(press, typeset, OrderedDocument.Word, signing), typeset.Pages.Count),
                new RenderedFile(OrderedDocument.Pdf, Write(press, typeset, OrderedDocument.Pdf, signing), typeset.Pages.Count) { SignedBy = signing?.Signer.Certificates[0] is { } certificate ? $"{certificate.Name}，证书{certificate.SerialNumber}" : null },
            ]);
        }
        catch (FontsMissingException exception)
        {
            throw new RefusalException(Refusal.Invalid, exception.Message);
        }
    }

    private static byte[] Write(DocumentPress press, TypesetDocument typeset, string format, PdfSigning? signing)
    {
        using var stream = new MemoryStream();
        press.Write(typeset, OrderedDocument.FormatOf(format), stream, signing: signing);
        return stream.ToArray();
    }
}
