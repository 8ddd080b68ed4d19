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
        var signers = composition.Document.Signatures.Select(signature => (Post: composition.Text(signature.Post), Stamp: options.Seals?.StampOf(signature))).ToList();
        var width = signers.Select(signer => signer.Stamp?.Width ?? options.StampWidth).DefaultIfEmpty(0).Max();
        var height = signers.Select(signer => signer.Stamp?.Height ?? options.StampHeight).DefaultIfEmpty(0).Max();
        var first = LayoutProfile.TwoLines - (composition.Profile.LinePitch - em);
        var dateTop = first + signers.Count * (height + StampGap) - StampGap + LayoutProfile.OneLine;
        return new FlowPiece(dateTop + composition.Profile.LinePitch + note.Height, (page, top) =>
        {
            for (var index = 0; index < signers.Count; index++)
            {
                var (post, stamp) = signers[index];
                var middle = top + first + index * (height + StampGap) + height / 2;
                var row = post.Within(Right - width - PostGap - LayoutProfile.Left);
                page.AddText(LineRole.Post, Right - width - PostGap - row.Width, middle - em / 2, row);
                if (stamp is not null)
                    page.Seals.Add(new PlacedSeal(stamp, Right - width, middle - stamp.Height / 2));
            }

            page.AddText(LineRole.Date, Right - date.Width, top + dateTop, date);
            note.Draw(page, top + dateTop + composition.Profile.LinePitch);
        });
    }
}
