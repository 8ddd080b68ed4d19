using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Preview;

/// <summary>Tells whether two pages look the same, so that a picture is drawn once.</summary>
public static class PageFingerprint
{
    /// <returns>SHA-256 over everything that is drawn, lower-case hexadecimal.</returns>
    public static string Of(TypesetPage page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, page.IsLandscape ? 1 : 0);
        foreach (var line in page.Lines)
        {
            foreach (var run in line.Runs)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(run.Face.Key));
                Add(hash, line.Baseline, run.X, run.Size, (int)run.Ink, line.Role == LineRole.PageNumber ? 1 : 0, run.Glyphs.Count);
                foreach (var glyph in run.Glyphs)
                    Add(hash, glyph.Id, glyph.Advance, glyph.Offset);
            }
        }

        foreach (var rule in page.Rules)
            Add(hash, rule.X1, rule.Y1, rule.X2, rule.Y2, rule.Thickness, (int)rule.Ink);
        foreach (var seal in page.Seals)
        {
            hash.AppendData(seal.Image.Png);
            Add(hash, seal.X, seal.Y, seal.Image.Width, seal.Image.Height);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<double> values)
    {
        Span<byte> bytes = stackalloc byte[values.Length * sizeof(double)];
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[(index * sizeof(double))..], values[index]);
        hash.AppendData(bytes);
    }
}
