using System.Buffers.Binary;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// The character ids of a CFF font: in a CID-keyed one, PDF finds a glyph by its CID in the charset, not by its index
/// (Adobe Technical Note 5176, §13).
/// </summary>
internal static class CffCharset
{
    private const int CharsetOperator = 15;
    private const int CharStringsOperator = 17;
    private const int RosOperator = 1230;

    /// <summary>The CID of each glyph, by glyph index; null when the font isn't CID-keyed, so that CID = glyph index.</summary>
    public static ushort[]? Read(ReadOnlySpan<byte> cff)
    {
        int position = cff[2];
        position = SkipIndex(cff, position);
        var (start, end) = FirstOfIndex(cff, position);
        var top = ReadDictionary(cff[start..end]);
        if (!top.ContainsKey(RosOperator))
            return null;

        var glyphs = BinaryPrimitives.ReadUInt16BigEndian(cff[top[CharStringsOperator]..]);
        return ReadCharset(cff[top[CharsetOperator]..], glyphs);
    }

    private static ushort[] ReadCharset(ReadOnlySpan<byte> charset, int glyphs)
    {
        var cids = new ushort[glyphs];
        var format = charset[0];
        var position = 1;
        for (var glyph = 1; glyph < glyphs;)
        {
            var first = BinaryPrimitives.ReadUInt16BigEndian(charset[position..]);
            position += 2;
            var more = 0;
            if (format == 1)
                more = charset[position++];
            if (format == 2)
            {
                more = BinaryPrimitives.ReadUInt16BigEndian(charset[position..]);
                position += 2;
            }

            for (var step = 0; step <= more && glyph < glyphs; step++)
                cids[glyph++] = (ushort)(first + step);
        }

        return cids;
    }

    private static int SkipIndex(ReadOnlySpan<byte> cff, int position)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cff[position..]);
        if (count == 0)
            return position + 2;
        var size = cff[position + 2];
        var data = position + 3 + (count + 1) * size - 1;
        return data + Offset(cff, position + 3 + count * size, size);
    }

    private static (int Start, int End) FirstOfIndex(ReadOnlySpan<byte> cff, int position)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cff[position..]);
        var size = cff[position + 2];
        var data = position + 3 + (count + 1) * size - 1;
        return (data + Offset(cff, position + 3, size), data + Offset(cff, position + 3 + size, size));
    }

    private static int Offset(ReadOnlySpan<byte> bytes, int position, int size)
    {
        var value = 0;
        for (var index = 0; index < size; index++)
            value = (value << 8) | bytes[position + index];
        return value;
    }

    // Only the last operand of each operator is kept; real numbers are skipped.
    private static Dictionary<int, int> ReadDictionary(ReadOnlySpan<byte> bytes)
    {
        var values = new Dictionary<int, int>();
        var operand = 0;
        for (var position = 0; position < bytes.Length;)
        {
            int first = bytes[position++];
            switch (first)
            {
                case 12:
                    values[1200 + bytes[position++]] = operand;
                    break;
                case <= 21:
                    values[first] = operand;
                    break;
                case 28:
                    operand = BinaryPrimitives.ReadInt16BigEndian(bytes[position..]);
                    position += 2;
                    break;
                case 29:
                    operand = BinaryPrimitives.ReadInt32BigEndian(bytes[position..]);
                    position += 4;
                    break;
                case 30:
                    while ((bytes[position] & 0x0f) != 0x0f && bytes[position] >> 4 != 0x0f)
                        position++;
                    position++;
                    break;
                case <= 246:
                    operand = first - 139;
                    break;
                case <= 250:
                    operand = (first - 247) * 256 + bytes[position++] + 108;
                    break;
                default:
                    operand = -(first - 251) * 256 - bytes[position++] - 108;
                    break;
            }
        }

        return values;
    }
}
