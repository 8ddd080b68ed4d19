using HarfBuzzSharp;
using HarfBuzzFont = HarfBuzzSharp.Font;

namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>An opened face: glyphs, advances and ink boxes in em, cached. Safe for concurrent use.</summary>
public sealed class LoadedFace : IDisposable
{
    private const int Unmapped = -1;

    private readonly Blob _blob;
    private readonly HarfBuzzFont _font;
    private readonly Lock _lock = new();
    private readonly int[] _glyphOfCharacter = new int[char.MaxValue + 1];
    private readonly int[] _advanceOfGlyph;

    internal LoadedFace(FontFace face)
    {
        Description = face;
        _blob = Blob.FromFile(face.FilePath);
        Face = new Face(_blob, face.Index);
        _font = new HarfBuzzFont(Face);
        _font.SetFunctionsOpenType();
        UnitsPerEm = Face.UnitsPerEm;
        Array.Fill(_glyphOfCharacter, Unmapped);
        _advanceOfGlyph = new int[Face.GlyphCount];
        Array.Fill(_advanceOfGlyph, Unmapped);
    }

    public FontFace Description { get; }

    public int UnitsPerEm { get; }

    internal Face Face { get; }

    /// <summary>The glyph of a code point; 0 when the face lacks it.</summary>
    public ushort GlyphOf(int codePoint)
    {
        if (codePoint <= char.MaxValue && Volatile.Read(ref _glyphOfCharacter[codePoint]) is var known && known != Unmapped)
            return (ushort)known;

        lock (_lock)
        {
            var glyph = _font.TryGetNominalGlyph((uint)codePoint, out var found) ? (ushort)found : (ushort)0;
            if (codePoint <= char.MaxValue)
                Volatile.Write(ref _glyphOfCharacter[codePoint], glyph);
            return glyph;
        }
    }

    /// <summary>A glyph's own advance, em.</summary>
    public double AdvanceOf(ushort glyph)
    {
        var units = Volatile.Read(ref _advanceOfGlyph[glyph]);
        if (units == Unmapped)
        {
            lock (_lock)
            {
                units = _font.GetHorizontalGlyphAdvance(glyph);
                Volatile.Write(ref _advanceOfGlyph[glyph], units);
            }
        }

        return units / (double)UnitsPerEm;
    }

    /// <summary>A glyph's ink above and below the baseline, em; below is negative under the baseline.</summary>
    public (double Top, double Bottom) InkOf(ushort glyph)
    {
        lock (_lock)
        {
            return _font.TryGetGlyphExtents(glyph, out var extents)
                ? (extents.YBearing / (double)UnitsPerEm, (extents.YBearing + extents.Height) / (double)UnitsPerEm)
                : (0, 0);
        }
    }

    public void Dispose()
    {
        _font.Dispose();
        Face.Dispose();
        _blob.Dispose();
    }
}
