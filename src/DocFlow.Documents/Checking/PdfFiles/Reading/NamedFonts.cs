using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>A file's resources that also know each font's own widths.</summary>
internal sealed class NamedFonts(IResourceStore inner, IPdfTokenScanner scanner) : IResourceStore
{
    private readonly Stack<DictionaryToken?> _fonts = new();
    private readonly Dictionary<IFont, FontMetrics> _metrics = new(ReferenceEqualityComparer.Instance);

    public FontMetrics MetricsOf(NameToken name, IFont font)
    {
        if (!_metrics.TryGetValue(font, out var metrics))
            _metrics[font] = metrics = FontMetrics.Read(DictionaryOf(name), scanner);
        return metrics;
    }

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        inner.LoadResourceDictionary(resourceDictionary);
        _fonts.Push(resourceDictionary.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts) ? fonts : null);
    }

    public void UnloadResourceDictionary()
    {
        inner.UnloadResourceDictionary();
        _fonts.Pop();
    }

    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => inner.GetExtendedGraphicsStateDictionary(name);

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => inner.GetFontDirectly(fontReferenceToken);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    // The nearest dictionary that has the name, as for every resource.
    private DictionaryToken? DictionaryOf(NameToken name)
    {
        foreach (var fonts in _fonts)
        {
            if (fonts?.TryGet(name, scanner, out DictionaryToken? font) == true)
                return font;
        }

        return null;
    }
}
