namespace DocFlow.Documents.Charts;

/// <summary>A chart laid out, in mm from its own corner: what pages and files draw alike.</summary>
public sealed record FlowChart(double Width, double Height, IReadOnlyList<ChartBox> Boxes, IReadOnlyList<ChartArrow> Arrows);

/// <summary>A step's place.</summary>
public sealed record ChartBox(double X, double Y, double Width, double Height, ChartNode Node);

/// <summary>An arrow's way, its head at the last point.</summary>
/// <param name="LabelX">Where its label begins.</param>
/// <param name="LabelY">The label's baseline.</param>
public sealed record ChartArrow(IReadOnlyList<ChartPoint> Points, double LabelX, double LabelY, ChartEdge Edge);

/// <summary>A point.</summary>
public readonly record struct ChartPoint(double X, double Y);
