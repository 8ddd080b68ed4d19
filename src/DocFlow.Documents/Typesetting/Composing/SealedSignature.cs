namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// With seals (GB/T 9704 7.3.5.1): the seal's top stands within a line of the text, name and date lie over its lower half. Several
/// organs stand in a grid. Where an organ hasn't sealed yet, the place is kept.
/// </summary>
internal sealed class SealedSignature
{
    private readonly Composition _composition;
    private readonly IReadOnlyList<BrokenRow> _names;
    private readonly BrokenRow _date;
    private readonly ClosingNote _note;
    private readonly List<SealImage?> _images;
    private readonly SealGrid _grid;
    private readonly SealPlace _place;

    private SealedSignature(Composition composition, IReadOnlyList<BrokenRow> names, BrokenRow date, ClosingNote note)
    {
        (_composition, _names, _date, _note) = (composition, names, date, note);
        _images = [.. composition.Document.Signatories.Select(organ => composition.Options.Seals?.SealOf(organ))];
        var diameter = _images.Select(image => image is null ? composition.Options.SealDiameter : Math.Max(image.Width, image.Height)).DefaultIfEmpty(composition.Options.SealDiameter).Max();
        _grid = SealGrid.Of(names.Count, names.Select(name => name.Width).DefaultIfEmpty(0).Max(), date.Width, diameter);
        _place = SealPlace.Of(diameter, composition.Profile.LinePitch);
    }

    private double Pitch => _composition.Profile.LinePitch;

    public static FlowPiece Compose(Composition composition, IReadOnlyList<BrokenRow> names, BrokenRow date, ClosingNote note)
    {
        var signature = new SealedSignature(composition, names, date, note);
        return new FlowPiece(signature.Height, signature.Draw);
    }

    private double LowestRow => (Math.Max(1, _grid.RowsFor(_names.Count)) - 1) * _grid.RowStep;

    // The note stands on the row after the date; where seals stand side by side it would be under the left ones and goes below them.
    private double NoteRows
    {
        get
        {
            const double usual = 1;
            var inLastRow = _names.Count - (_grid.RowsFor(_names.Count) - 1) * _grid.Columns;
            if (inLastRow < 2)
                return usual;
            var below = _place.Centre + _place.Diameter / 2 - (_place.Rows + 1) * Pitch;
            return Math.Max(usual, Math.Ceiling(below / Pitch));
        }
    }

    private double Height
    {
        get
        {
            var sealBottom = _place.Centre + LowestRow + _place.Diameter / 2;
            var text = _place.Rows * Pitch + LowestRow + (1 + NoteRows) * Pitch + _note.Height;
            return Math.Max(sealBottom + Pitch - Millimetres.OfPoints(Millimetres.SizeThree), text);
        }
    }

    private void Draw(PageBuilder page, double top)
    {
        var nameTop = top + _place.Rows * Pitch;
        for (var index = 0; index < _names.Count; index++)
        {
            var row = index / _grid.Columns * _grid.RowStep;
            var centre = _grid.CentreOf(index, _names.Count);
            page.AddText(LineRole.Signatory, Math.Max(LayoutProfile.Left, centre - _names[index].Width / 2), nameTop + row, _names[index]);
            if (_images[index] is { } image)
                page.Seals.Add(new PlacedSeal(image, centre - image.Width / 2, top + _place.Centre + row - image.Height / 2));
        }

        var dateTop = nameTop + LowestRow + Pitch;
        page.AddText(LineRole.Date, _grid.LastCentre - _date.Width / 2, dateTop, _date);
        _note.Draw(page, dateTop + NoteRows * Pitch);
    }
}
