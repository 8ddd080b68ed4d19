using System.Buffers.Binary;
using System.Text;

namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>What a font file says of itself: its family names (name ids 1, 4, 6, 16) and whether it may be embedded (OS/2 fsType).</summary>
internal sealed record FontNames(IReadOnlySet<string> Families, string Family, string PostScriptName, bool MayBeEmbedded)
{
    // Restricted licence, no subsetting, bitmaps only: what is embedded is always cut to its used glyphs.
    private const int NotEmbedded = 0x0002 | 0x0100 | 0x0200;

    /// <summary>Reads every face of a .ttf, .otf or .ttc file; a file that isn't one gives none.</summary>
    public static IReadOnlyList<FontNames> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return [.. FaceOffsets(file).Select(offset => ReadFace(file, offset))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            return [];
        }
    }

    private static IReadOnlyList<uint> FaceOffsets(FileStream file)
    {
        var head = Bytes(file, 0, 12);
        var tag = Encoding.ASCII.GetString(head, 0, 4);
        if (tag != "ttcf")
            return tag is "OTTO" or "true" || BinaryPrimitives.ReadUInt32BigEndian(head) == 0x00010000 ? [0] : [];

        var count = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(8)), 64);
        var offsets = Bytes(file, 12, count * 4);
        return [.. Enumerable.Range(0, count).Select(index => BinaryPrimitives.ReadUInt32BigEndian(offsets.AsSpan(index * 4)))];
    }

    private static FontNames ReadFace(FileStream file, uint offset)
    {
        var tableCount = BinaryPrimitives.ReadUInt16BigEndian(Bytes(file, offset + 4, 2));
        var directory = Bytes(file, offset + 12, tableCount * 16);
        var mayBeEmbedded = true;
        byte[] names = [];
        for (var entry = 0; entry < tableCount; entry++)
        {
            var record = directory.AsSpan(entry * 16, 16);
            var start = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            switch (Encoding.ASCII.GetString(record[..4]))
            {
                case "name" when length < 1_000_000:
                    names = Bytes(file, start, (int)length);
                    break;
                case "OS/2" when length >= 10:
                    mayBeEmbedded = (BinaryPrimitives.ReadUInt16BigEndian(Bytes(file, start + 8, 2)) & NotEmbedded) == 0;
                    break;
            }
        }

        return ReadNames(names, mayBeEmbedded);
    }

    private static FontNames ReadNames(byte[] table, bool mayBeEmbedded)
    {
        var families = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string family = "", postScript = "";
        var count = table.Length < 6 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(2));
        var storage = table.Length < 6 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(4));
        for (var index = 0; index < count && 6 + (index + 1) * 12 <= table.Length; index++)
        {
            var record = table.AsSpan(6 + index * 12, 12);
            var platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            var id = BinaryPrimitives.ReadUInt16BigEndian(record[6..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var start = storage + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (id is not (1 or 4 or 6 or 16) || platform is not (0 or 1 or 3) || start + length > table.Length)
                continue;

            var bytes = table.AsSpan(start, length);
            var name = platform == 1 ? Encoding.Latin1.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
            families.Add(name);
            if (id == 6)
                postScript = name;
            if (id == 16 || (id == 1 && family.Length == 0))
                family = name;
        }

        return new FontNames(families, family, postScript, mayBeEmbedded);
    }

    private static byte[] Bytes(FileStream file, long offset, int length)
    {
        var buffer = new byte[length];
        file.Position = offset;
        file.ReadExactly(buffer);
        return buffer;
    }
}
