using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DocFlow.Documents.Pdf;

/// <summary>Writes numbered PDF objects and the cross-reference table.</summary>
internal sealed class PdfObjects : IDisposable
{
    private const int FirstCapacity = 1 << 18;

    private readonly List<int> _offsets = [0];
    private readonly SortedSet<int> _changed = [];

    // Borrowed: a new array of a file's size for each file would bring on the costliest kind of garbage collection.
    private byte[] _output = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    private int _length;
    private int? _lastTable;

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
        Begin(number);
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        Write(body);
        Write("\nendobj\n");
    }

    /// <summary>Adds a compressed stream.</summary>
    /// <param name="entries">Further dictionary entries.</param>
    public int AddStream(ReadOnlySpan<byte> data, string entries = "") => AddPacked(Pack(data), entries);

    /// <summary>Adds a stream as it is, which every reader can search.</summary>
    public int AddPlain(ReadOnlySpan<byte> data, string entries)
    {
        var number = Reserve();
        Begin(number);
        Write($"{number} 0 obj\n<</Length {data.Length}{entries}>>\nstream\n");
        data.CopyTo(Room(data.Length));
        _length += data.Length;
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>Adds a stream that <see cref="Pack"/> has compressed.</summary>
    public int AddPacked(ReadOnlySpan<byte> packed, string entries = "")
    {
        var number = Reserve();
        Begin(number);
        Write($"{number} 0 obj\n<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n");
        packed.CopyTo(Room(packed.Length));
        _length += packed.Length;
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

    /// <summary>Where the body of an object begins in what was written.</summary>
    public int BodyOf(int number) => _offsets[number] + string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n").Length;

    /// <summary>Writes over what was written: as many characters in their place.</summary>
    public void Overwrite(int position, string text) => Encoding.Latin1.GetBytes(text, _output.AsSpan(position, text.Length));

    /// <summary>Writes table and trailer: of all objects, and after that, as an update, of those that were added or set since.</summary>
    public void Finish(int catalog, int info, string id)
    {
        var start = _length;
        var table = new StringBuilder("xref\n");
        if (_lastTable is null)
            table.Append(CultureInfo.InvariantCulture, $"0 {_offsets.Count}\n0000000000 65535 f \n");
        var before = 0;
        foreach (var number in _changed)
        {
            if (_lastTable is not null && number != before + 1)
                table.Append(CultureInfo.InvariantCulture, $"{number} {RunFrom(number)}\n");
            table.Append(CultureInfo.InvariantCulture, $"{_offsets[number]:D10} 00000 n \n");
            before = number;
        }

        var last = _lastTable is { } at ? string.Create(CultureInfo.InvariantCulture, $"/Prev {at}") : "";
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_offsets.Count}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]{last}>>\nstartxref\n{start}\n%%EOF\n");
        Write(table.ToString());
        _lastTable = start;
        _changed.Clear();
    }

    /// <summary>Copies all to the target.</summary>
    public void CopyTo(Stream target) => target.Write(Written);

    /// <summary>What has been written so far, for a content hash.</summary>
    public ReadOnlySpan<byte> Written => _output.AsSpan(0, _length);

    /// <summary>A text string in UTF-16 with byte order mark.</summary>
    public static string Text(string value) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_output);
        _output = [];
        _length = 0;
    }

    private void Begin(int number)
    {
        _offsets[number] = _length;
        _changed.Add(number);
    }

    private int RunFrom(int number)
    {
        var length = 1;
        while (_changed.Contains(number + length))
            length++;
        return length;
    }

    private void Write(string text) => _length += Encoding.Latin1.GetBytes(text, Room(text.Length));

    private Span<byte> Room(int length)
    {
        if (_output.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_output.Length * 2, _length + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_output);
            _output = larger;
        }

        return _output.AsSpan(_length);
    }
}
