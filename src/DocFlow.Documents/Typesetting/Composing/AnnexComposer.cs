using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Annexes, each on its own page: “附件n” on row 1, the title on row 3, then the text (GB/T 9704 7.3.7).</summary>
internal sealed class AnnexComposer(Composition composition)
{
    private const int TitleRow = 3;

    /// <summary>The annexes that are bound with the text, before the 版记.</summary>
    public void ComposeBound()
    {
        foreach (var (annex, index) in Of(isDetached: false))
            Compose(annex, index, Label(index));
    }

    /// <summary>The others, behind the 版记: each begins on the front of a sheet with page 1, under the document's number.</summary>
    public void ComposeDetached()
    {
        foreach (var (annex, index) in Of(isDetached: true))
        {
            var pages = composition.Flow.Pages;
            if (pages.Count % 2 == 1)
                pages.Add(new PageBuilder(PageFrame.Portrait(composition.Profile)) { IsNumbered = false });
            var first = pages.Count;
            Compose(annex, index, composition.NumberText is { } number ? BrokenRow.Join(composition.Text(number), Label(index)) : Label(index));
            pages[first].StartsNumbering = true;
        }
    }

    private IEnumerable<(Annex Annex, int Index)> Of(bool isDetached) =>
        composition.Document.Annexes.Select((annex, index) => (annex, index)).Where(entry => entry.annex.Body.Count > 0 && entry.annex.IsDetached == isDetached);

    private BrokenRow Label(int index) =>
        composition.Single(composition.Document.Annexes.Count == 1 ? "附件" : $"附件{index + 1}", FontRole.Hei, Millimetres.SizeThree, LayoutProfile.CellWidth);

    private void Compose(Annex annex, int index, BrokenRow label)
    {
        var profile = composition.Profile;
        var frame = annex.IsLandscape ? PageFrame.Landscape(profile) : PageFrame.Portrait(profile);
        composition.Flow.StartPage(frame);
        var page = composition.Flow.Current;
        page.Lines.Add(LineBuilder.Build(LineRole.AnnexLabel, frame.Left, Composition.BaselineOf(frame.FirstTop, Millimetres.SizeThree), Millimetres.SizeThree, label.Within(frame.Width))
            with { AnnexIndex = index });

        var em = Millimetres.OfPoints(Millimetres.SizeTwo);
        var rowTop = frame.FirstTop + (TitleRow - 1) * profile.LinePitch;
        var bottom = TitleComposer.Compose(
            composition, page, LineRole.AnnexTitle, annex.Title, rowTop - (em - Millimetres.OfPoints(Millimetres.SizeThree)) / 2, index);

        // One empty row, then the text goes on on the page's grid.
        var rows = Math.Ceiling((bottom - frame.FirstTop) / profile.LinePitch) + 1;
        composition.Flow.MoveTo(frame.FirstTop + rows * profile.LinePitch);
        composition.Flow.Place(new BodyComposer(composition, frame, index).Compose(annex.Body));
    }
}
