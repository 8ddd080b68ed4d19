namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>A page while it is being filled.</summary>
internal sealed class PageBuilder(PageFrame frame)
{
    public PageFrame Frame { get; } = frame;

    public List<TextLine> Lines { get; } = [];

    public List<RuleLine> Rules { get; } = [];

    /// <summary>False for a blank face before the 版记 and for a 版记 face without text (GB/T 9704 7.5).</summary>
    public bool IsNumbered { get; set; } = true;

    public TypesetPage ToPage(int number) => new(number, Frame.IsLandscape, Lines, Rules);
}
