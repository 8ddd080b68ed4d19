namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Fills pages from top to bottom.</summary>
internal sealed class PageFlow
{
    private const double Tolerance = 0.01;

    private readonly double _pitch;
    private PageFrame _frame;
    private PageFrame _following;
    private bool _atTop = true;

    /// <param name="first">Page 1, when it isn't as those that follow.</param>
    public PageFlow(LayoutProfile profile, PageFrame? first = null)
    {
        _pitch = profile.LinePitch;
        _following = PageFrame.Portrait(profile);
        _frame = first ?? _following;
        Pages = [new PageBuilder(_frame)];
        Top = _frame.FirstTop;
    }

    public List<PageBuilder> Pages { get; }

    public PageBuilder Current => Pages[^1];

    /// <summary>The top of the next row's em box.</summary>
    public double Top { get; private set; }

    /// <summary>Goes on at a given height of this page.</summary>
    public void MoveTo(double top) => Top = top;

    public void StartPage(PageFrame? frame = null)
    {
        _frame = _following = frame ?? _following;
        Pages.Add(new PageBuilder(_frame));
        Top = _frame.FirstTop;
        _atTop = true;
    }

    /// <summary>Whether so many mm of rows, the last one's leading not counted, fit below what stands here.</summary>
    public bool Fits(double height) => Fits(_frame, Top, height);

    public void Place(IReadOnlyList<FlowPiece> pieces)
    {
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            if (piece.StartsPage && !_atTop)
                StartPage();
            if (piece.IsBlank && _atTop)
                continue;

            if (!Fits(HeightWithNext(pieces, index)) && !_atTop)
            {
                StartPage();
                if (piece.IsBlank)
                    continue;
                if (piece.RepeatedHead is { } head)
                    Put(head);
            }

            Put(piece);
        }
    }

    /// <summary>Where the flow would stand after the pieces, without placing them: the page's index and the next row's top.</summary>
    public (int Page, double Top) Simulate(IReadOnlyList<FlowPiece> pieces)
    {
        var (page, top, atTop, frame) = (Pages.Count - 1, Top, _atTop, _frame);
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            if ((piece.StartsPage && !atTop) || (!Fits(frame, top, HeightWithNext(pieces, index)) && !atTop && !(piece.IsBlank && atTop)))
            {
                (page, top, atTop, frame) = (page + 1, _following.FirstTop, true, _following);
                top += piece.StartsPage ? 0 : piece.RepeatedHead?.Height ?? 0;
            }

            if (piece.IsBlank && atTop)
                continue;
            top += piece.Height;
            atTop = false;
        }

        return (page, top);
    }

    private static double HeightWithNext(IReadOnlyList<FlowPiece> pieces, int index)
    {
        const int longestChain = 4;
        var height = pieces[index].Height;
        for (var next = index; next < index + longestChain && pieces[next].KeepWithNext && next + 1 < pieces.Count; next++)
            height += pieces[next + 1].Height;
        return height;
    }

    private bool Fits(PageFrame frame, double top, double height) =>
        top + height - (_pitch - Millimetres.OfPoints(Millimetres.SizeThree)) <= frame.LastBottom + Tolerance;

    private void Put(FlowPiece piece)
    {
        piece.Draw(Current, Top);
        Top += piece.Height;
        _atTop = false;
    }
}
