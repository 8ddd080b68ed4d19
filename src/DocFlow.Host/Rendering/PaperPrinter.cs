using DocFlow.Documents;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Office;

namespace DocFlow.Host.Rendering;

/// <summary>Prints the office's tables; not kept, since they say how things stand when asked for.</summary>
internal sealed class PaperPrinter(FontShelf shelf, PreviewGate gate)
{
    /// <exception cref="RefusalException">There are no fonts.</exception>
    /// <exception cref="Composition.BusyException">No place became free.</exception>
    public Task<byte[]> PrintAsync(Paper paper, FileFormat format) => gate.RunAsync(() => Print(paper, format), CancellationToken.None);

    private byte[] Print(Paper paper, FileFormat format)
    {
        var press = shelf.Press;
        try
        {
            using var stream = new MemoryStream();
            press.Write(press.Typeset(paper), format, stream);
            return stream.ToArray();
        }
        catch (FontsMissingException exception)
        {
            throw new RefusalException(Refusal.Invalid, exception.Message);
        }
    }
}
