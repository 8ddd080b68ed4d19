using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// The last subsets made. Cutting a Chinese face takes longer than laying out the pages, and a document is printed again and again
/// while it is drafted and reviewed. Safe for concurrent use; bounded.
/// </summary>
internal sealed class SubsetCache
{
    private const int Capacity = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public SubsetFont Get(LoadedFace face, IReadOnlyCollection<ushort> glyphs)
    {
        var sorted = glyphs.ToArray();
        Array.Sort(sorted);
        var key = $"{Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(sorted.AsSpan())))} {face.Description.Key}";
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Font;
            }
        }

        var font = SubsetFont.Of(face, sorted);
        lock (_lock)
        {
            if (_entries.TryAdd(key, new LinkedListNode<Entry>(new Entry(key, font))))
                _byUse.AddFirst(_entries[key]);
            if (_byUse.Count > Capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
        }

        return font;
    }

    private sealed record Entry(string Key, SubsetFont Font);
}
