using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>The advances that a font's dictionary itself tells, and whether the file holds the font.</summary>
internal sealed class FontMetrics
{
    private const int MostCodes = 1 << 16;

    private readonly Dictionary<int, double> _widths = [];
    private double? _otherWidth;

    /// <summary>Whether the font's program is in the file.</summary>
    public bool IsEmbedded { get; private set; }

    /// <summary>A code's advance in em; null when the dictionary doesn't tell.</summary>
    public double? WidthOf(int code) => _widths.TryGetValue(code, out var width) ? width : _otherWidth;

    public static FontMetrics Read(DictionaryToken? font, IPdfTokenScanner scanner)
    {
        var metrics = new FontMetrics { IsEmbedded = true };
        if (font is null || !font.TryGet(NameToken.Subtype, scanner, out NameToken? subtype))
            return metrics;
        if (subtype == NameToken.Type0)
            metrics.ReadComposite(font, scanner);
        else if (subtype != NameToken.Type3)
            metrics.ReadSimple(font, scanner);
        return metrics;
    }

    // Codes are glyphs' own numbers only where nothing maps them.
    private void ReadComposite(DictionaryToken font, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants) || descendants.Length == 0 || !UglyToad.PdfPig.Parser.Parts.DirectObjectFinder.TryGet(descendants[0], scanner, out DictionaryToken? descendant))
            return;
        IsEmbedded = HasProgram(descendant, scanner);
        if (!font.TryGet(NameToken.Encoding, scanner, out NameToken? encoding) || encoding != NameToken.IdentityH)
            return;
        _otherWidth = descendant.TryGet(NameToken.Dw, scanner, out NumericToken? usual) ? usual.Double / 1000 : 1;
        if (!descendant.TryGet(NameToken.W, scanner, out ArrayToken? widths))
            return;
        for (var index = 0; index + 1 < widths.Length && _widths.Count < MostCodes;)
        {
            if (Number(widths[index], scanner) is not { } first)
                return;
            if (UglyToad.PdfPig.Parser.Parts.DirectObjectFinder.TryGet(widths[index + 1], scanner, out ArrayToken? list))
            {
                for (var at = 0; at < list.Length; at++)
                    _widths[(int)first + at] = (Number(list[at], scanner) ?? 0) / 1000;
                index += 2;
                continue;
            }

            if (index + 2 >= widths.Length || Number(widths[index + 1], scanner) is not { } last || Number(widths[index + 2], scanner) is not { } width)
                return;
            for (var code = (int)first; code <= Math.Min(last, first + MostCodes); code++)
                _widths[code] = width / 1000;
            index += 3;
        }
    }

    private void ReadSimple(DictionaryToken font, IPdfTokenScanner scanner)
    {
        IsEmbedded = HasProgram(font, scanner);
        if (!font.TryGet(NameToken.FirstChar, scanner, out NumericToken? first) || !font.TryGet(NameToken.Widths, scanner, out ArrayToken? widths))
            return;
        for (var at = 0; at < Math.Min(widths.Length, 256); at++)
        {
            if (Number(widths[at], scanner) is { } width)
                _widths[first.Int + at] = width / 1000;
        }
    }

    private static bool HasProgram(DictionaryToken font, IPdfTokenScanner scanner) =>
        font.TryGet(NameToken.FontDescriptor, scanner, out DictionaryToken? descriptor)
        && (descriptor.ContainsKey(NameToken.FontFile) || descriptor.ContainsKey(NameToken.FontFile2) || descriptor.ContainsKey(NameToken.FontFile3));

    private static double? Number(IToken token, IPdfTokenScanner scanner) =>
        UglyToad.PdfPig.Parser.Parts.DirectObjectFinder.TryGet(token, scanner, out NumericToken? number) ? number.Double : null;
}
