using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Composition;
using DocFlow.Host.Rendering;

namespace DocFlow.Host.Drafting;

/// <summary>
/// Sets drafts as they are typed and draws the pages that are looked at. Pages are named by what is on them, so that a browser
/// fetches only those that changed. Safe for concurrent use; bounded.
/// </summary>
internal sealed class DraftLooks(DraftSetter setter, PagePictures pictures, PreviewGate gate)
{
    private const int MostDrafters = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Recent>> _byDrafter = [];
    private readonly LinkedList<Recent> _recent = new();

    /// <summary>Sets a source and remembers its pages for the drafter.</summary>
    /// <param name="attachments">Annex files by the name that the source gives them.</param>
    public async Task<DraftLook> SetAsync(string drafterId, string source, IReadOnlyDictionary<string, byte[]> attachments)
    {
        if (DraftSetter.TooLong(source) is { } reason)
            return DraftLook.Unset(reason);
        try
        {
            return await gate.RunAsync(() => Set(drafterId, source, attachments), CancellationToken.None);
        }
        catch (Exception exception) when (exception is BusyException or FontsMissingException)
        {
            return DraftLook.Unset(exception.Message);
        }
    }

    /// <summary>A page of the drafter's own last previews as PNG; null when it isn't among them.</summary>
    public byte[]? Picture(string drafterId, string name)
    {
        TypesetPage? page;
        lock (_lock)
            page = _byDrafter.GetValueOrDefault(drafterId)?.Value.Find(name);
        return page is null ? null : pictures.Get(page, PageResolution.Default);
    }

    private DraftLook Set(string drafterId, string source, IReadOnlyDictionary<string, byte[]> attachments)
    {
        var set = setter.Set(source, attachments);
        var pages = set.Pages.Select(page => (Name: PageFingerprint.Of(page), Page: page)).ToList();
        Remember(drafterId, pages);
        return new DraftLook([.. pages.Select(page => page.Name)], set.Findings, set.Problems);
    }

    private void Remember(string drafterId, IReadOnlyList<(string Name, TypesetPage Page)> pages)
    {
        lock (_lock)
        {
            var before = _byDrafter.GetValueOrDefault(drafterId);
            if (before is not null)
                _recent.Remove(before);
            // The pages before these stay: the browser may still be asking for one.
            _byDrafter[drafterId] = _recent.AddFirst(new Recent(drafterId, pages, before?.Value.Pages ?? []));
            if (_recent.Count <= MostDrafters)
                return;
            _byDrafter.Remove(_recent.Last!.Value.DrafterId);
            _recent.RemoveLast();
        }
    }

    private sealed record Recent(string DrafterId, IReadOnlyList<(string Name, TypesetPage Page)> Pages, IReadOnlyList<(string Name, TypesetPage Page)> Before)
    {
        public TypesetPage? Find(string name) => Pages.Concat(Before).FirstOrDefault(page => page.Name == name).Page;
    }
}
