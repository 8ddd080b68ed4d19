namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>A page while it is being filled.</summary>
internal sealed class PageBuilder(PageFrame frame)
{
    public PageFrame Frame { get; } = frame;

    public List<TextLine> Lines { get; } = [];

    public List<RuleLine> Rules { get; } = [];

    public List<PlacedSeal> Seals { get; } = [];

    /// <summary>False for the first page of a letter, a blank face before the 版记 and a 版记 face without text (GB/T 9704 7.5, 10.1).</summary>
    public bool IsNumbered { get; set; } = true;

    /// <summary>Its number is 1: the first page of what isn't bound with the pages before.</summary>
    public bool StartsNumbering { get; set; }

    /// <summary>Adds a row of 3号 text.</summary>
    /// <param name="top">The top of its em box, mm.</param>
    public void AddText(LineRole role, double x, double top, BrokenRow row) =>
        Lines.Add(LineBuilder.Build(role, x, Composition.BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, row));

    /// <summary>Adds a row of 3号 text in the middle of the type area.</summary>
    public void AddCentred(LineRole role, double top, BrokenRow row) => AddText(role, (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2, top, row);

    public TypesetPage ToPage(int number) => new(number, Frame.IsLandscape, Lines, Rules) { Seals = Seals };
}
