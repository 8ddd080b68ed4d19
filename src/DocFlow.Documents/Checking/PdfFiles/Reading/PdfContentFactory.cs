using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>Reads pages as <see cref="PdfContent"/>: the library's own pages interpret every glyph's outline, which takes most of its time.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The library makes it by its constructor.")]
internal sealed class PdfContentFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PdfContent>(scanner, new NamedFonts(resources, scanner), filters, parser, options)
{
    protected override PdfContent ProcessPage(int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var sheet = mediaBox.Bounds.Intersect(cropBox.Bounds) ?? cropBox.Bounds;
        var (width, height) = rotation.SwapsAxis ? (sheet.Height, sheet.Width) : (sheet.Width, sheet.Height);
        var reader = new PdfContentReader(pageNumber, (NamedFonts)ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, (width, height));
        return reader.Process(pageNumber, operations);
    }
}
