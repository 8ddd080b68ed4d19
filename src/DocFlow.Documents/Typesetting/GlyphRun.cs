using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>Glyphs of one face, size and ink, side by side.</summary>
/// <param name="Role">The official family that was asked for; Word names it, whatever face draws it.</param>
/// <param name="Face">The face that draws it.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="X">The left edge, mm.</param>
/// <param name="Text">The characters, for extraction and search.</param>
/// <param name="Glyphs">One entry per drawn glyph.</param>
public sealed record GlyphRun(FontRole Role, FontFace Face, double Size, Ink Ink, double X, string Text, IReadOnlyList<PlacedGlyph> Glyphs)
{
    /// <summary>The sum of the advances, mm.</summary>
    public double Width
    {
        get
        {
            var width = 0.0;
            for (var index = 0; index < Glyphs.Count; index++)
                width += Glyphs[index].Advance;
            return width;
        }
    }
}

/// <summary>A glyph of a face.</summary>
/// <param name="Id">Its index in the face.</param>
/// <param name="Advance">What the pen moves on, mm: the cell's width, after justification.</param>
/// <param name="Offset">How far its own origin lies right of the pen, mm.</param>
/// <param name="OwnAdvance">What the face itself would move the pen on, mm: what Word and LibreOffice start from.</param>
/// <param name="TextStart">The first character of the run's text that it stands for.</param>
/// <param name="TextLength">How many UTF-16 units it stands for.</param>
public readonly record struct PlacedGlyph(ushort Id, double Advance, double Offset, double OwnAdvance, int TextStart, int TextLength);
