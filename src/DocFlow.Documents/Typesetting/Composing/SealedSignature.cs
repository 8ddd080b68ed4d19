namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// With seals (GB/T 9704 7.3.5.1): the seal's top stands 2 mm below the text; name and date lie a little below its centre, two rows
/// down. Several organs stand in a grid.
/// </summary>
internal static class SealedSignature
{
    private const double SealGap = 2;

    public static FlowPiece Compose(Composition composition, IReadOnlyList<BrokenRow> names, BrokenRow date, ClosingNote note)
    {
        var pitch = composition.Profile.LinePitch;
        var diameter = composition.Options.SealDiameter;
        var seals = SealGrid.Of(names.Count, names.Select(name => name.Width).DefaultIfEmpty(0).Max(), date.Width, diameter);
        var sealRows = Math.Max(1, seals.RowsFor(names.Count));
        var height = SealGap + diameter + (sealRows - 1) * seals.RowStep;
        var textHeight = Math.Ceiling((sealRows - 1) * seals.RowStep / pitch + 4) * pitch + note.Height;
        return new FlowPiece(Math.Max(height, textHeight), (page, top) =>
        {
            var nameTop = top + 2 * pitch;
            for (var index = 0; index < names.Count; index++)
            {
                var left = Math.Max(LayoutProfile.Left, seals.CentreOf(index, names.Count) - names[index].Width / 2);
                page.AddText(LineRole.Signatory, left, nameTop + index / seals.Columns * seals.RowStep, names[index]);
            }

            var dateTop = nameTop + (sealRows - 1) * seals.RowStep + pitch;
            page.AddText(LineRole.Date, seals.LastCentre - date.Width / 2, dateTop, date);
            note.Draw(page, dateTop + pitch);
        });
    }
}
