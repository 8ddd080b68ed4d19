using System.Buffers.Binary;
using System.Text;

namespace DocFlow.Documents.Pdf;

/// <summary>Reads single tables of an sfnt file (OpenType, TrueType).</summary>
internal static class FontTables
{
    /// <summary>The table's bytes, or null when the font has none of that tag.</summary>
    public static ReadOnlyMemory<byte>? Find(byte[] font, string tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var index = 0; index < count; index++)
        {
            var record = font.AsSpan(12 + index * 16, 16);
            if (Encoding.ASCII.GetString(record[..4]) != tag)
                continue;
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            return font.AsMemory(offset, length);
        }

        return null;
    }
}
