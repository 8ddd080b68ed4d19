using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>Collects what a page's content stream draws. An outline is looked at only where a rule is about ink: in big type, and in the dashes beside page numbers.</summary>
internal sealed class PdfContentReader(
    int pageNumber,
    NamedFonts resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions options,
    (double Width, double Height) sheet)
    : BaseStreamProcessor<PdfContent>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options), IOperationContext
{
    private const double LeastInked = 20;

    private readonly List<PdfLetter> _letters = [];
    private readonly List<PdfShape> _shapes = [];
    private readonly List<PdfBox> _pictures = [];
    private readonly HashSet<string> _looseFonts = [];
    private readonly List<PdfBox> _path = [];
    private bool _isCurved;

    private (IColor? Colour, uint Value) _lastColour;

    public override PdfContent Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfContent(pageNumberCurrent, sheet.Width, sheet.Height, _letters, _shapes, DrawnSeals.With(_pictures, _shapes), _looseFonts);
    }

    // The operations call these by the interface, and so not the base class's, which ask for the outline of every glyph.
    void IOperationContext.ShowText(IInputBytes bytes) => Show(bytes);

    void IOperationContext.ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token is NumericToken number)
                MovePen(-number.Double / 1000 * GetCurrentState().FontState.FontSize);
            else if (token is HexToken or StringToken)
                Show(new MemoryInputBytes(token is HexToken hex ? hex.Memory : ((StringToken)token).GetBytes()));
        }
    }

    private void Show(IInputBytes bytes)
    {
        var state = GetCurrentState();
        if (state.FontState.FromExtendedGraphicsState || state.FontState.FontName is not { } name || ResourceStore.GetFont(name) is not { IsVertical: false } font)
        {
            ShowText(bytes);
            return;
        }

        var metrics = resources.MetricsOf(name, font);
        if (!metrics.IsEmbedded)
            _looseFonts.Add(font.Name?.Data ?? name.Data);
        var text = state.FontState;
        var (size, stretch) = (text.FontSize, text.HorizontalScaling / 100);
        var rendering = TransformationMatrix.FromValues(size * stretch, 0, 0, size, 0, text.Rise);
        while (bytes.MoveNext())
        {
            var code = font.ReadCharacterCode(bytes, out var length);
            if (!font.TryGetUnicode(code, out var unicode) || unicode is null)
                unicode = ((char)code).ToString();
            var placing = TextMatrices.TextMatrix.Multiply(CurrentTransformationMatrix);
            var box = metrics.WidthOf(code) is null ? font.GetBoundingBox(code) : null;
            var width = box?.Width ?? metrics.WidthOf(code)!.Value;
            Add(font, state, code, unicode, rendering.Multiply(placing), Scale(size, placing), width, box);
            MovePen(width * size + text.CharacterSpacing + (length == 1 && code == ' ' ? text.WordSpacing : 0));
        }
    }

    private void MovePen(double advance) =>
        TextMatrices.TextMatrix = TransformationMatrix.GetTranslationMatrix(advance * GetCurrentState().FontState.HorizontalScaling / 100, 0).Multiply(TextMatrices.TextMatrix);

    public override void RenderGlyph(IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset, in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox) =>
        Add(font, currentState, code, unicode, renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix), pointSize, characterBoundingBox.Width, characterBoundingBox);

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => CurrentPosition;

    public override void ClosePath()
    {
    }

    public override void MoveTo(double x, double y)
    {
        CurrentPosition = Placed(x, y);
        _path.Add(new PdfBox(CurrentPosition.X, CurrentPosition.Y, CurrentPosition.X, CurrentPosition.Y));
    }

    public override void LineTo(double x, double y) => Extend(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        _isCurved = true;
        Extend(x2, y2);
        Extend(x3, y3);
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Extend(x1, y1);
        BezierCurveTo(x2, y2, x3, y3);
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        Extend(x + width, y + height);
        CurrentPosition = Placed(x, y);
    }

    public override void StrokePath(bool close) => Paint(isStroked: true);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(isStroked: false);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(isStroked: true);

    public override void EndPath() => Clear();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => AddPicture(xObjectContentRecord.AppliedTransformation.Transform(new PdfRectangle(0, 0, 1, 1)));

    protected override void RenderInlineImage(InlineImage inlineImage) => AddPicture(inlineImage.BoundingBox);

    private void Add(IFont font, CurrentGraphicsState state, int code, string unicode, in TransformationMatrix matrix, double size, double width, CharacterBoundingBox? box)
    {
        var start = matrix.Transform(new PdfPoint(0, 0));
        var end = matrix.Transform(new PdfPoint(width, 0));
        var isUpright = matrix[0, 0] > 0 && Math.Abs(matrix[0, 1]) < matrix[0, 0] * 1e-4;
        var em = matrix.Transform(new PdfPoint(0, 1)).Y - start.Y;
        var (top, bottom) = (start.Y + em * Typesetting.Millimetres.Ascent, start.Y + em * (Typesetting.Millimetres.Ascent - 1));
        if (box is not null || size >= LeastInked || unicode is "—" or "―" or "–" or "-")
        {
            var ink = (box ?? font.GetBoundingBox(code)).GlyphBounds;
            (top, bottom) = (matrix.Transform(ink.TopLeft).Y, matrix.Transform(ink.BottomLeft).Y);
        }

        _letters.Add(new PdfLetter(unicode, start.X, start.Y, end.X, top, bottom, size, font.Name?.Data ?? "", ColourOf(state.CurrentNonStrokingColor), isUpright));
    }

    private void AddPicture(PdfRectangle box) => _pictures.Add(Bounds(box));

    private static PdfBox Bounds(PdfRectangle box) =>
        new PdfBox(box.TopLeft.X, box.TopLeft.Y, box.TopLeft.X, box.TopLeft.Y).With(box.TopRight.X, box.TopRight.Y).With(box.BottomLeft.X, box.BottomLeft.Y).With(box.BottomRight.X, box.BottomRight.Y);

    private PdfPoint Placed(double x, double y) => CurrentTransformationMatrix.Transform(new PdfPoint(x, y));

    private void Extend(double x, double y)
    {
        CurrentPosition = Placed(x, y);
        if (_path.Count > 0)
            _path[^1] = _path[^1].With(CurrentPosition.X, CurrentPosition.Y);
    }

    private void Paint(bool isStroked)
    {
        var state = GetCurrentState();
        double? width = isStroked ? Scale(state.LineWidth, CurrentTransformationMatrix) : null;
        var colour = ColourOf(isStroked ? state.CurrentStrokingColor : state.CurrentNonStrokingColor);
        foreach (var box in _path)
            _shapes.Add(new PdfShape(box, width, colour, _isCurved));
        Clear();
    }

    private void Clear()
    {
        _path.Clear();
        _isCurved = false;
    }

    private static double Scale(double length, in TransformationMatrix matrix) => Math.Round(length * Math.Sqrt(matrix[1, 0] * matrix[1, 0] + matrix[1, 1] * matrix[1, 1]), 3);

    private uint ColourOf(IColor? colour)
    {
        if (colour is null or PatternColor)
            return 0;
        if (!ReferenceEquals(colour, _lastColour.Colour))
        {
            var (red, green, blue) = colour.ToRGBValues();
            _lastColour = (colour, Part(red) << 16 | Part(green) << 8 | Part(blue));
        }

        return _lastColour.Value;

        static uint Part(double value) => (uint)Math.Clamp(value * 255, 0, 255);
    }
}
