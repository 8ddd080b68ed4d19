using System.Runtime.InteropServices;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>Turns text into clusters on the character grid: full-width characters take a cell, digits and signs half a cell.</summary>
internal sealed class ClusterMeasurer(FontLibrary fonts)
{
    // Each character's text is made once for the process.
    private static readonly string?[] OneCharacter = new string?[char.MaxValue + 1];

    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _reported = [];

    /// <summary>Characters that the family's face lacked, in the order met.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Measures text set in one family.</summary>
    /// <param name="size">Points.</param>
    /// <param name="cell">The room of a full-width character, mm.</param>
    /// <param name="start">The offset that the first character has in its element.</param>
    public List<Cluster> Measure(string text, FontRole role, double size, double cell, int start = 0)
    {
        var faces = fonts.FacesOf(role);
        var first = fonts.Open(faces[0]);
        var em = Millimetres.OfPoints(size);
        var clusters = new List<Cluster>(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
            var codePoint = length == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
            var words = length == 2 ? text.Substring(index, 2) : OneCharacter[text[index]] ??= text[index].ToString();
            var face = first;
            var glyph = first.GlyphOf(codePoint);
            if (glyph == 0)
                (face, glyph) = Substitute(words, codePoint, role, faces);

            var ink = face.AdvanceOf(glyph) * em;
            clusters.Add(new Cluster(words, start + index, role, face.Description, glyph, WidthOf(codePoint, ink, cell), ink));
            index += length;
        }

        SpaceEvenly(clusters);
        return clusters;
    }

    // A narrow point in a half cell would leave a gap that readers of the PDF take for a space: “15. 5”. The room of each number or
    // word is shared out among its characters instead; its whole width stays.
    private static void SpaceEvenly(List<Cluster> list)
    {
        var clusters = CollectionsMarshal.AsSpan(list);
        for (var start = 0; start < clusters.Length;)
        {
            var end = start;
            double room = 0, ink = 0;
            while (end < clusters.Length && clusters[end].First is > ' ' and < (char)0x80)
            {
                room += clusters[end].Width;
                ink += clusters[end].Ink;
                end++;
            }

            var share = (room - ink) / Math.Max(1, end - start);
            for (var index = start; index < end; index++)
                clusters[index] = clusters[index] with { Width = clusters[index].Ink + share };
            start = Math.Max(end, start + 1);
        }
    }

    private static double WidthOf(int codePoint, double ink, double cell) => codePoint switch
    {
        ' ' or (>= '0' and <= '9') => cell / 2,
        < 0x80 => Math.Max(cell / 2, ink),
        _ => cell,
    };

    private (LoadedFace Face, ushort Glyph) Substitute(string words, int codePoint, FontRole role, IReadOnlyList<FontFace> faces)
    {
        foreach (var candidate in faces.Skip(1).Concat(fonts.FacesOf(FontRole.Song)))
        {
            var face = fonts.Open(candidate);
            if (face.GlyphOf(codePoint) is not 0 and var glyph)
            {
                Report(words, FindingSeverity.Warning, $"“{OfficialFamilies.WordName(role)}”的代用字体没有“{words}”字，改用“{candidate.FamilyName}”绘制。", "安装含该字的字体。");
                return (face, glyph);
            }
        }

        Report(words, FindingSeverity.Blocking, $"没有任何字体含有字符“{words}”（U+{codePoint:X4}），页面上以“〓”占位。", "换用其他字，或安装含该字的字体。");
        var placeholder = fonts.Open(faces[0]);
        return (placeholder, placeholder.GlyphOf('〓'));
    }

    private void Report(string words, FindingSeverity severity, string message, string fix)
    {
        if (_reported.Add(message))
            _findings.Add(new Finding("G-13", severity, message) { Clause = "5.2.2", Strength = "惯例", Text = words, Fix = fix });
    }
}
