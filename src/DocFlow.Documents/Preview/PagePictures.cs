using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Preview;

/// <summary>Pictures of pages, each drawn once while it is among the last ones asked for. Safe for concurrent use; bounded.</summary>
public sealed class PagePictures(PagePainter painter, int capacity = 256)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Page, int Resolution), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    /// <param name="resolution">Dots per inch, 30 to 400.</param>
    /// <returns>The PNG file's bytes, not to be changed.</returns>
    public byte[] Get(TypesetPage page, int resolution)
    {
        var key = (PageFingerprint.Of(page), resolution);
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Png;
            }
        }

        var png = painter.Paint(page, resolution);
        lock (_lock)
        {
            var node = new LinkedListNode<Entry>(new Entry(key, png));
            if (_entries.TryAdd(key, node))
                _byUse.AddFirst(node);
            if (_byUse.Count > capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
        }

        return png;
    }

    private sealed record Entry((string Page, int Resolution) Key, byte[] Png);
}
