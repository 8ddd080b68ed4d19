using System.Security.Cryptography;
using DocFlow.Host.Parts;
using DocFlow.Office.Queries;

namespace DocFlow.Host.Rendering;

/// <summary>
/// Typesets a produced file's version again, with the number and dates that it was drawn with: the pages are not stored, because the
/// typesetter is deterministic, and the file's hash proves that they are the same. The last ones asked for are kept.
/// </summary>
internal sealed class FilePages(FontShelf shelf)
{
    private const int Capacity = 24;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DrawnPages Pages, long Used)> _kept = [];
    private long _uses;

    public DrawnPages Of(DrawnFile file)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(file.FileHash, out var known))
            {
                _kept[file.FileHash] = (known.Pages, ++_uses);
                return known.Pages;
            }
        }

        var pages = Draw(file);
        lock (_lock)
        {
            _kept[file.FileHash] = (pages, ++_uses);
            if (_kept.Count > Capacity)
                _kept.Remove(_kept.MinBy(entry => entry.Value.Used).Key);
        }

        return pages;
    }

    private DrawnPages Draw(DrawnFile file)
    {
        var press = shelf.Press;
        var typeset = press.Typeset(OrderedDocument.Of(file.Order));
        using var stream = new MemoryStream();
        press.Write(typeset, OrderedDocument.FormatOf(file.Format), stream);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return new DrawnPages(typeset.Pages, hash == file.FileHash);
    }
}
