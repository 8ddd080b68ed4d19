using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.Drafting;

/// <summary>
/// Sets drafts as they are typed and draws the pages that are looked at. Pages are named by what is on them, so that a browser
/// fetches only those that changed. Safe for concurrent use; bounded.
/// </summary>
internal sealed class DraftPreviews(DocumentPress press, PagePainter painter)
{
    private const int Resolution = 110;
    private const int MostDrafters = 100;

    private readonly PagePictures _pictures = new(painter);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Recent>> _byDrafter = [];
    private readonly LinkedList<Recent> _recent = new();

    /// <summary>Sets a source and remembers its pages for the drafter.</summary>
    public DraftPreview Set(string drafterId, string source)
    {
        var reading = DocumentSource.Read(source);
        if (reading.Document is not { } document)
            return new DraftPreview([], reading.Findings, reading.Problems);
        var findings = new List<Finding>([.. reading.Findings, .. DocumentChecker.Check(document)]);
        try
        {
            var typeset = press.Typeset(document);
            findings.AddRange(typeset.Findings);
            var pages = typeset.Pages.Select(page => (Name: PageFingerprint.Of(page), Page: page)).ToList();
            Remember(drafterId, pages);
            return new DraftPreview([.. pages.Select(page => page.Name)], findings, []);
        }
        catch (FontsMissingException exception)
        {
            return new DraftPreview([], findings, [new SourceProblem(0, exception.Message)]);
        }
    }

    /// <summary>A page of the drafter's own last previews as PNG; null when it isn't among them.</summary>
    public byte[]? Picture(string drafterId, string name)
    {
        TypesetPage? page;
        lock (_lock)
            page = _byDrafter.GetValueOrDefault(drafterId)?.Value.Find(name);
        return page is null ? null : _pictures.Get(page, Resolution);
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
