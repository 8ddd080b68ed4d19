using System.Security.Cryptography;
using DocFlow.Host.Parts;
using DocFlow.Office;
using DocFlow.Office.Files;
using DocFlow.Office.Queries;
using DocFlow.Office.Seals;

namespace DocFlow.Host.Rendering;

/// <summary>
/// Typesets a produced file's version again, with the number and dates that it was drawn with: the pages are not stored, because the
/// typesetter is deterministic, and the file's hash proves that they are the same. The last ones asked for are kept; who asks for one
/// that is being set waits for it.
/// </summary>
internal sealed class FilePages(FontShelf shelf, PreviewGate gate, IFileStore files)
{
    private const int Capacity = 24;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Task<DrawnPages> Pages, long Used)> _kept = [];
    private long _uses;

    /// <exception cref="Composition.BusyException">No place became free, or it took too long.</exception>
    public async Task<DrawnPages> OfAsync(DrawnFile file)
    {
        var setting = Find(file);
        try
        {
            return await setting;
        }
        catch
        {
            // Fonts may come, or a place become free: the next one tries again.
            Forget(file.FileHash, setting);
            throw;
        }
    }

    private Task<DrawnPages> Find(DrawnFile file)
    {
        lock (_lock)
        {
            var pages = _kept.TryGetValue(file.FileHash, out var known) ? known.Pages : gate.RunAsync(() => Draw(file), CancellationToken.None);
            _kept[file.FileHash] = (pages, ++_uses);
            if (_kept.Count > Capacity)
                _kept.Remove(_kept.MinBy(entry => entry.Value.Used).Key);
            return pages;
        }
    }

    private void Forget(string hash, Task<DrawnPages> failed)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(hash, out var known) && known.Pages == failed)
                _kept.Remove(hash);
        }
    }

    private DrawnPages Draw(DrawnFile file)
    {
        var press = shelf.Press;
        var typeset = press.Typeset(OrderedDocument.Of(file.Order), RegisteredSeals.OptionsOf(file.Order.Seals, shelf.Library));
        using var stream = new MemoryStream();
        press.Write(typeset, OrderedDocument.FormatOf(file.Format), stream);
        var drawn = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        return new DrawnPages(typeset.Pages, Convert.ToHexStringLower(SHA256.HashData(drawn)) == file.FileHash || file.Order.Seals != OrderedSeals.None && KeptBegins(file, drawn));
    }

    // An electronic signature stands behind what was drawn.
    private bool KeptBegins(DrawnFile file, ReadOnlySpan<byte> drawn)
    {
        try
        {
            using var kept = files.Open(file.FileHash);
            var begin = new byte[drawn.Length];
            return kept.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && drawn.SequenceEqual(begin);
        }
        catch (RefusalException)
        {
            // A file that is lost can still be shown, but not as what was issued.
            return false;
        }
    }
}
