namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// Without a seal (GB/T 9704 7.3.5.2): one row below the text; the name two characters from the right and the date two characters
/// after the name's first, or the other way round when the date is the longer.
/// </summary>
internal static class UnsealedSignature
{
    private const double Indent = 2 * LayoutProfile.CellWidth;

    public static FlowPiece Compose(Composition composition, IReadOnlyList<BrokenRow> names, BrokenRow date, ClosingNote note)
    {
        var pitch = composition.Profile.LinePitch;
        var longest = names.Select(name => name.Width).DefaultIfEmpty(0).Max();
        var left = LayoutProfile.Right - Indent - (date.Width > longest ? date.Width + Indent : longest);
        return new FlowPiece((names.Count + 2) * pitch + note.Height, (page, top) =>
        {
            top += pitch;
            foreach (var name in names)
            {
                page.AddText(LineRole.Signatory, left, top, name);
                top += pitch;
            }

            page.AddText(LineRole.Date, left + Indent, top, date);
            note.Draw(page, top + pitch);
        });
    }
}
