using DocFlow.Documents.Checking;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Composition;
using DocFlow.Host.Rendering;
using DocFlow.Office.Citations;

namespace DocFlow.Host.Drafting;

/// <summary>
/// Sets drafts as they are typed and draws the pages that are looked at. Pages are named by what is on them, so that a browser
/// fetches only those that changed. Safe for concurrent use; bounded.
/// </summary>
internal sealed class DraftLooks(DraftSetter setter, PagePictures pictures, PreviewGate gate)
{
    private const int MostDesks = 200;

    // While somebody types on, a browser with a slow line may still be asking for pages of some looks ago.
    private const int LooksKept = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Recent>> _byDesk = [];
    private readonly LinkedList<Recent> _recent = new();

    /// <summary>Sets a source and remembers its pages for the drafter.</summary>
    /// <param name="deskId">Names the open page: a drafter may have several.</param>
    /// <param name="attachments">Annex files by the name that the source gives them.</param>
    /// <param name="citation">What the draft answers; null for nothing.</param>
    /// <param name="more">What was found elsewhere.</param>
    public async Task<DraftLook> ShowAsync(string drafterId, string deskId, string source, IReadOnlyDictionary<string, byte[]> attachments, OriginCitation? citation = null, IReadOnlyList<Finding>? more = null)
    {
        if (DraftSetter.TooLong(source) is { } reason)
            return DraftLook.Hidden(reason);
        try
        {
            return await gate.RunAsync(() => Set(drafterId, deskId, source, attachments, citation, more ?? []), CancellationToken.None);
        }
        catch (Exception exception) when (exception is BusyException or FontsMissingException)
        {
            return DraftLook.Hidden(exception.Message);
        }
    }

    /// <summary>A page of the drafter's own last previews as PNG; null when it isn't among them.</summary>
    public byte[]? Picture(string drafterId, string name)
    {
        TypesetPage? page;
        lock (_lock)
            page = _recent.Where(recent => recent.DrafterId == drafterId).Select(recent => recent.Find(name)).FirstOrDefault(found => found is not null);
        return page is null ? null : pictures.Get(page, PageResolution.Default);
    }

    private DraftLook Set(string drafterId, string deskId, string source, IReadOnlyDictionary<string, byte[]> attachments, OriginCitation? citation, IReadOnlyList<Finding> more)
    {
        var set = setter.Set(source, attachments);
        var pages = set.Pages.Select(page => (Name: PageFingerprint.Of(page), Page: page)).ToList();
        Remember(drafterId, deskId, pages);
        return new DraftLook([.. pages.Select(page => page.Name)], [.. set.Findings, .. citation is null ? [] : CitationRule.Check(source, citation), .. more], set.Problems);
    }

    private void Remember(string drafterId, string deskId, IReadOnlyList<(string Name, TypesetPage Page)> pages)
    {
        lock (_lock)
        {
            var before = _byDesk.GetValueOrDefault(deskId);
            if (before is not null)
                _recent.Remove(before);
            _byDesk[deskId] = _recent.AddFirst(new Recent(drafterId, deskId, [pages, .. (before?.Value.Looks ?? []).Take(LooksKept - 1)]));
            if (_recent.Count <= MostDesks)
                return;
            _byDesk.Remove(_recent.Last!.Value.DeskId);
            _recent.RemoveLast();
        }
    }

    /// <param name="Looks">The last ones, the newest first.</param>
    private sealed record Recent(string DrafterId, string DeskId, IReadOnlyList<IReadOnlyList<(string Name, TypesetPage Page)>> Looks)
    {
        public TypesetPage? Find(string name) => Looks.SelectMany(pages => pages).FirstOrDefault(page => page.Name == name).Page;
    }
}
