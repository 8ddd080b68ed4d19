using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DocFlow.Documents.Pdf;

/// <summary>Writes numbered PDF objects and the cross-reference table.</summary>
internal sealed class PdfObjects
{
    private readonly MemoryStream _output = new();
    private readonly List<long> _offsets = [0];

    public PdfObjects() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(-1);
        return _offsets.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body)
    {
        _offsets[number] = _output.Position;
        Write($"{number} 0 obj\n{body}\nendobj\n");
    }

    /// <summary>Adds a compressed stream.</summary>
    /// <param name="entries">Further dictionary entries.</param>
    public int AddStream(ReadOnlySpan<byte> data, string entries = "") => AddPacked(Pack(data), entries);

    /// <summary>Adds a stream that <see cref="Pack"/> has compressed.</summary>
    public int AddPacked(ReadOnlySpan<byte> packed, string entries = "")
    {
        var number = Reserve();
        _offsets[number] = _output.Position;
        Write($"{number} 0 obj\n<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n");
        _output.Write(packed);
        Write("\nendstream\nendobj\n");
        return number;
    }

    public static byte[] Pack(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);
        return packed.ToArray();
    }

    /// <summary>Writes the table and trailer and copies all to the target.</summary>
    public void Finish(int catalog, int info, string id, Stream target)
    {
        var start = _output.Position;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in _offsets.Skip(1))
            table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_offsets.Count}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        Write(table.ToString());
        target.Write(_output.GetBuffer().AsSpan(0, (int)_output.Length));
    }

    /// <summary>What has been written so far, for a content hash.</summary>
    public ReadOnlySpan<byte> Written => _output.GetBuffer().AsSpan(0, (int)_output.Length);

    /// <summary>A text string in UTF-16 with byte order mark.</summary>
    public static string Text(string value) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    private void Write(string text) => _output.Write(Encoding.Latin1.GetBytes(text));
}
