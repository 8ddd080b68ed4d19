namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Head of an order: mark 20 mm below the type area's upper edge, two lines below it the order's number (GB/T 9704 10.2).</summary>
internal static class OrderHeadComposer
{
    private const double MarkTop = LayoutProfile.Top + 20;

    /// <returns>The bottom of the number's row, mm.</returns>
    public static double Compose(Composition composition)
    {
        var page = composition.Flow.Current;
        MarkingsComposer.Compose(composition, page.Frame.FirstTop, keepsFirstRow: true);
        var top = MarkComposer.Compose(composition, MarkTop) + LayoutProfile.TwoLines;
        page.AddCentred(LineRole.Number, top, composition.Text(composition.Document.OrderNumber ?? composition.Document.Number ?? "第　号"));
        return top + Millimetres.OfPoints(Millimetres.SizeThree);
    }
}
