using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Pdf;

/// <summary>A face subset to the glyphs that a document uses, and the codes that its content streams write.</summary>
internal sealed class EmbeddedFont
{
    private const int None = -1;

    private readonly LoadedFace _face;
    private readonly SubsetFont _subset;

    // By code; None where the subset has none. Plain tables: the program's start is mostly the compiling of collections of its own types.
    private readonly int[] _glyphOfCode;
    private readonly IReadOnlyDictionary<ushort, string> _textOfGlyph;

    /// <param name="resourceName">The name in content streams, such as F1.</param>
    /// <param name="textOfGlyph">Every used glyph with the characters that it stands for.</param>
    public EmbeddedFont(LoadedFace face, SubsetFont subset, string resourceName, IReadOnlyDictionary<ushort, string> textOfGlyph)
    {
        _face = face;
        _subset = subset;
        _textOfGlyph = textOfGlyph;
        ResourceName = resourceName;
        var largest = 0;
        foreach (var code in subset.CodeOfGlyph.Values)
            largest = Math.Max(largest, code);
        _glyphOfCode = new int[largest + 1];
        Array.Fill(_glyphOfCode, None);
        foreach (var (glyph, code) in subset.CodeOfGlyph)
            _glyphOfCode[code] = glyph;
    }

    public string ResourceName { get; }

    public ushort CodeOf(ushort glyph) => _subset.CodeOfGlyph[glyph];

    /// <summary>The glyph's own advance, em.</summary>
    public double AdvanceOf(ushort glyph) => _face.AdvanceOf(glyph);

    /// <summary>Writes the font's objects.</summary>
    /// <returns>The number of the Type 0 font.</returns>
    public int Write(PdfObjects objects)
    {
        var name = SubsetName();
        var isCff = _subset.IsCff;
        var file = objects.AddPacked(_subset.PackedFile, isCff ? "/Subtype/CIDFontType0C" : $"/Length1 {_subset.FileLength}");
        var descriptor = objects.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-200 -300 1200 1100]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/{(isCff ? "FontFile3" : "FontFile2")} {file} 0 R>>");
        var descendant = objects.Add(
            $"<</Type/Font/Subtype/{(isCff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity")}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[{Widths()}]>>");
        var toUnicode = objects.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>");
    }

    private string SubsetName()
    {
        var glyphs = string.Join(',', _glyphOfCode.Where(glyph => glyph != None));
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(glyphs));
        var tag = string.Concat(hash.Take(6).Select(value => (char)('A' + value % 26)));
        var plain = string.Concat(_face.Description.PostScriptName.Where(character => char.IsAsciiLetterOrDigit(character) || character == '-'));
        return $"{tag}+{(plain.Length == 0 ? "Font" : plain)}";
    }

    private string Widths()
    {
        var widths = new StringBuilder();
        for (var code = 0; code < _glyphOfCode.Length; code++)
        {
            var width = _glyphOfCode[code] == None ? 1000 : Math.Round(_face.AdvanceOf((ushort)_glyphOfCode[code]) * 1000, 2);
            if (width != 1000)
                widths.Append(CultureInfo.InvariantCulture, $"{code}[{width}]");
        }

        return widths.ToString();
    }

    private string ToUnicode()
    {
        const int largestBlock = 100;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /Adobe-Identity-UCS def\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in Enumerable.Range(0, _glyphOfCode.Length).Where(code => _glyphOfCode[code] != None).Chunk(largestBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var code in block)
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(_textOfGlyph[(ushort)_glyphOfCode[code]]))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
