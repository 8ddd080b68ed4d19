using System.Buffers.Binary;
using System.Text;

namespace DocFlow.Documents.Pdf;

/// <summary>The colours of sRGB as an ICC profile of version 2 (ICC.1:2001-04), which an archival PDF says that its red is meant in.</summary>
internal static class OutputProfile
{
    public const string Name = "sRGB IEC61966-2.1";

    private const int HeaderLength = 128;
    private const int EntryLength = 12;

    // Of sRGB, adapted to D50, in 1/65536.
    private static readonly (string Tag, int X, int Y, int Z)[] Colours =
        [("wtpt", 0xF6D6, 0x10000, 0xD32D), ("rXYZ", 0x6FA2, 0x38F5, 0x0390), ("gXYZ", 0x6299, 0xB785, 0x18DA), ("bXYZ", 0x24A0, 0x0F84, 0xB6CF)];

    private const ushort Gamma = 0x0233;

    public static byte[] Write()
    {
        var tags = new List<(string Tag, byte[] Data)> { ("desc", Description()), ("cprt", [.. Start("text"), .. "Public domain\0"u8]) };
        tags.AddRange(Colours.Select(colour => (colour.Tag, Xyz(colour.X, colour.Y, colour.Z))));
        tags.AddRange(new[] { "rTRC", "gTRC", "bTRC" }.Select(tag => (tag, Curve())));
        using var data = new MemoryStream();
        var directory = new MemoryStream();
        WriteNumber(directory, tags.Count);
        var offset = HeaderLength + 4 + tags.Count * EntryLength;
        foreach (var (tag, content) in tags)
        {
            directory.Write(Encoding.ASCII.GetBytes(tag));
            WriteNumber(directory, offset + (int)data.Length);
            WriteNumber(directory, content.Length);
            data.Write(content);
            data.Write(new byte[(4 - content.Length % 4) % 4]);
        }

        return [.. Header(offset + (int)data.Length), .. directory.ToArray(), .. data.ToArray()];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // A fixed day: the same input gives the same bytes.
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24), 2026);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(28), 1);
        "acsp"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(68), 0xF6D6);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(72), 0x10000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(76), 0xD32D);
        return header;
    }

    private static byte[] Description()
    {
        using var data = new MemoryStream();
        data.Write(Start("desc"));
        WriteNumber(data, Name.Length + 1);
        data.Write(Encoding.ASCII.GetBytes(Name + "\0"));
        // No Unicode and no Macintosh text.
        data.Write(new byte[8 + 3 + 67]);
        return data.ToArray();
    }

    private static byte[] Xyz(int x, int y, int z)
    {
        using var data = new MemoryStream();
        data.Write(Start("XYZ "));
        foreach (var value in new[] { x, y, z })
            WriteNumber(data, value);
        return data.ToArray();
    }

    private static byte[] Curve() => [.. Start("curv"), 0, 0, 0, 1, Gamma >> 8, Gamma & 0xFF];

    private static byte[] Start(string type) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0];

    private static void WriteNumber(Stream target, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        target.Write(bytes);
    }
}
