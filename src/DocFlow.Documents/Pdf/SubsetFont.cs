using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Pdf;

/// <summary>A face cut down to some glyphs, ready to be embedded.</summary>
/// <param name="PackedFile">The font file's stream, compressed.</param>
/// <param name="FileLength">Its length before, bytes.</param>
/// <param name="IsCff">A bare CFF table rather than a TrueType file.</param>
/// <param name="CodeOfGlyph">The code that content streams write for a glyph of the whole face.</param>
internal sealed record SubsetFont(byte[] PackedFile, int FileLength, bool IsCff, IReadOnlyDictionary<ushort, ushort> CodeOfGlyph)
{
    /// <param name="glyphs">In ascending order, so that the same text always gives the same bytes.</param>
    public static SubsetFont Of(LoadedFace face, IReadOnlyList<ushort> glyphs)
    {
        var (font, newGlyphs) = HarfBuzzSubsetter.Subset(face.Face.Handle, glyphs);
        var cff = FontTables.Find(font, "CFF ");
        var cids = cff is { } table ? CffCharset.Read(table.Span) : null;
        var codes = newGlyphs.ToDictionary(pair => pair.Key, pair => cids is null ? pair.Value : cids[pair.Value]);
        var file = cff ?? font;
        return new SubsetFont(PdfObjects.Pack(file.Span), file.Length, cff is not null, codes);
    }
}
