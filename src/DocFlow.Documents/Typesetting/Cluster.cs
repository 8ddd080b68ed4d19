using System.Runtime.InteropServices;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>One drawn character with the room that it takes.</summary>
/// <param name="Text">Its UTF-16 units, one or two.</param>
/// <param name="TextStart">Where it stands in the text that it was measured from.</param>
/// <param name="Width">Its room, mm: a cell, half a cell, or what a Latin letter needs.</param>
/// <param name="Ink">The glyph's own advance, mm.</param>
internal readonly record struct Cluster(string Text, int TextStart, FontRole Role, FontFace Face, ushort Glyph, double Width, double Ink)
{
    public char First => Text[0];

    public bool IsHalfWidth => First < 0x80;

    /// <summary>The same clusters without the cost of asking a list for each.</summary>
    public static ReadOnlySpan<Cluster> SpanOf(IReadOnlyList<Cluster> clusters) => clusters switch
    {
        List<Cluster> list => CollectionsMarshal.AsSpan(list),
        Cluster[] array => array,
        _ => clusters.ToArray(),
    };
}
