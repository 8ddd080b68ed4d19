using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Annexes, each on its own page: “附件n” on row 1, the title on row 3, then the text (GB/T 9704 7.3.7).</summary>
internal sealed class AnnexComposer(Composition composition)
{
    private const int TitleRow = 3;

    public void Compose()
    {
        var annexes = composition.Document.Annexes;
        for (var index = 0; index < annexes.Count; index++)
        {
            if (annexes[index].Body.Count > 0)
                Compose(annexes[index], index, annexes.Count == 1 ? "附件" : $"附件{index + 1}");
        }
    }

    private void Compose(Annex annex, int index, string label)
    {
        var profile = composition.Profile;
        var frame = annex.IsLandscape ? PageFrame.Landscape(profile) : PageFrame.Portrait(profile);
        composition.Flow.StartPage(frame);
        var page = composition.Flow.Current;
        var row = composition.Single(label, FontRole.Hei, Millimetres.SizeThree, LayoutProfile.CellWidth);
        page.Lines.Add(LineBuilder.Build(LineRole.AnnexLabel, frame.Left, Composition.BaselineOf(frame.FirstTop, Millimetres.SizeThree), Millimetres.SizeThree, row)
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
