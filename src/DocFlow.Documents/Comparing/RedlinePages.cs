using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Comparing;

/// <summary>花脸稿 in official layout: the pages with the words of both versions, and behind them the list of changes.</summary>
internal sealed class RedlinePages(FontLibrary fonts, TypesettingOptions options)
{
    private const string Legend = "删去：红字加删除线；增加：蓝字加下划线；页边数字为修改明细表序号";

    /// <param name="labels">What the compared versions are called: 第1稿 and 第2稿.</param>
    public TypesetDocument Typeset(IReadOnlyList<ComparedVersion> versions, string labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(versions.Count, 2);
        var merged = MergedDocument.Of(versions);
        // A comparison isn't a document: no seal, ever.
        var text = new Typesetter(fonts).Typeset(merged.Document, options with { Seals = null });
        var marking = new RedlinePage(merged, fonts);
        var pages = text.Pages.Select(marking.Mark).ToList();
        pages[0] = marking.Head(pages[0], $"花脸稿（{labels}）　{Legend}");
        if (merged.Changes.Count > 0)
        {
            var list = new PaperTypesetter(fonts).Typeset(RedlineList.Of(merged, labels));
            pages.AddRange(list.Layout.Pages.Select((page, index) => page with { Number = text.Pages.Count + index + 1 }));
        }

        return text with { Pages = pages };
    }
}
