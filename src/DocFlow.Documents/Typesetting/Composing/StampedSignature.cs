namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// With signature stamps (GB/T 9704 7.3.5.3): two empty lines below the text, four characters from the right; the signer's post two
/// characters to the stamp's left, in the middle of its height; the date one line below. Organs of a joint document stand below
/// each other, the one in charge first.
/// </summary>
internal static class StampedSignature
{
    private const double Right = LayoutProfile.Right - 4 * LayoutProfile.CellWidth;
    private const double PostGap = 2 * LayoutProfile.CellWidth;
    private const double StampGap = 2;

    public static FlowPiece Compose(Composition composition, BrokenRow date, ClosingNote note)
    {
        var em = Millimetres.OfPoints(Millimetres.SizeThree);
        var options = composition.Options;
        var posts = composition.Document.Signatures.Select(signature => composition.Text(signature.Post)).ToList();
        var first = LayoutProfile.TwoLines - (composition.Profile.LinePitch - em);
        var dateTop = first + posts.Count * (options.StampHeight + StampGap) - StampGap + LayoutProfile.OneLine;
        return new FlowPiece(dateTop + composition.Profile.LinePitch + note.Height, (page, top) =>
        {
            for (var index = 0; index < posts.Count; index++)
            {
                var stampTop = top + first + index * (options.StampHeight + StampGap);
                var left = Right - options.StampWidth - PostGap - posts[index].Width;
                page.AddText(LineRole.Post, Math.Max(LayoutProfile.Left, left), stampTop + (options.StampHeight - em) / 2, posts[index]);
            }

            page.AddText(LineRole.Date, Right - date.Width, top + dateTop, date);
            note.Draw(page, top + dateTop + composition.Profile.LinePitch);
        });
    }
}
