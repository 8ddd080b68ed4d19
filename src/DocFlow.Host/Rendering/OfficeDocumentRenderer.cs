using System.Text;
using DocFlow.Documents;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Office;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Rendering;

/// <summary>Draws the office's documents with DocFlow.Documents: the number and dates of the registers override the draft's.</summary>
internal sealed class OfficeDocumentRenderer(DocumentPress press) : IDocumentRenderer
{
    public Task<IReadOnlyList<RenderedFile>> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        var options = new SourceReadOptions
        {
            ReadSibling = name => order.Attachments.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes) : null,
        };
        var reading = DocumentSource.Read(order.SourceText, options);
        if (reading.Document is not { } source)
            throw new RefusalException(Refusal.Invalid, string.Join(" ", reading.Problems));

        var document = source with
        {
            Number = order.Number ?? source.Number,
            Date = order.SignedOn ?? source.Date,
            PrintedOn = order.PrintedOn ?? (order.Purpose == RenderingPurpose.Final ? source.PrintedOn ?? order.SignedOn : source.PrintedOn),
        };
        try
        {
            var typeset = press.Typeset(document);
            return Task.FromResult<IReadOnlyList<RenderedFile>>(
            [
                new RenderedFile("docx", Write(typeset, FileFormat.Word), typeset.Pages.Count),
                new RenderedFile("pdf", Write(typeset, FileFormat.Pdf), typeset.Pages.Count),
            ]);
        }
        catch (FontsMissingException exception)
        {
            throw new RefusalException(Refusal.Invalid, exception.Message);
        }
    }

    private byte[] Write(Documents.Typesetting.TypesetDocument typeset, FileFormat format)
    {
        using var stream = new MemoryStream();
        press.Write(typeset, format, stream);
        return stream.ToArray();
    }
}
