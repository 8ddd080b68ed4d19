using DocFlow.Documents;
using DocFlow.Documents.Charts;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Office;
using DocFlow.Office.Papers;

namespace DocFlow.Host.Rendering;

/// <summary>Prints the office's tables and comparisons of versions; not kept, since they say how things stand when asked for.</summary>
internal sealed class PaperPrinter(FontShelf shelf, PreviewGate gate) : IPaperPress
{
    /// <exception cref="RefusalException">There are no fonts.</exception>
    /// <exception cref="Composition.BusyException">No place became free.</exception>
    public Task<byte[]> PrintAsync(Paper paper, FileFormat format) => gate.RunAsync(() => Print((press, target) => press.Write(press.Typeset(paper), format, target)), CancellationToken.None);

    /// <summary>花脸稿 as PDF, in official layout.</summary>
    /// <inheritdoc cref="PrintAsync(Paper, FileFormat)"/>
    public Task<byte[]> PrintAsync(IReadOnlyList<ComparedVersion> versions, string labels) =>
        gate.RunAsync(() => Print((press, target) => press.Write(press.Typeset(versions, labels), FileFormat.Pdf, target)), CancellationToken.None);

    /// <summary>A chart on one page, as PDF.</summary>
    /// <inheritdoc cref="PrintAsync(Paper, FileFormat)"/>
    public Task<byte[]> PrintAsync(ChartSheet sheet) => gate.RunAsync(() => Print((press, target) => press.Write(press.Typeset(sheet), FileFormat.Pdf, target)), CancellationToken.None);

    private byte[] Print(Action<DocumentPress, Stream> write)
    {
        var press = shelf.Press;
        try
        {
            using var stream = new MemoryStream();
            write(press, stream);
            return stream.ToArray();
        }
        catch (FontsMissingException exception)
        {
            throw new RefusalException(Refusal.Invalid, exception.Message);
        }
    }
}
