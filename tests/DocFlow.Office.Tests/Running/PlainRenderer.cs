using System.Text;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Running;

/// <summary>Writes what it was asked to draw, in place of the typesetter.</summary>
internal sealed class PlainRenderer : IDocumentRenderer
{
    public Task<IReadOnlyList<RenderedFile>> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        var text = $"{order.Purpose}|{order.Number}|{order.SignedOn:yyyy-MM-dd}|{order.SignerName}";
        return Task.FromResult<IReadOnlyList<RenderedFile>>(
        [
            new RenderedFile("docx", Encoding.UTF8.GetBytes($"docx|{text}"), 2),
            new RenderedFile("pdf", Encoding.UTF8.GetBytes($"pdf|{text}"), 2),
        ]);
    }
}
