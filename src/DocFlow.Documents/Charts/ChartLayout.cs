namespace DocFlow.Documents.Charts;

/// <summary>
/// Lays a chart out as offices print theirs: the steps in one column from top to bottom, arrows that leave steps out at the right, those that
/// go back at the left, each in a lane of its own where they would meet.
/// </summary>
public static class ChartLayout
{
    /// <summary>The size of its letters, mm.</summary>
    public const double Letter = 3.2;

    /// <summary>The size of the letters of labels and notes, mm.</summary>
    public const double SmallLetter = 2.6;

    private const double BoxWidth = 44;
    private const double BoxHeight = 8;
    private const double NotedHeight = 11;
    private const double Gap = 5.5;
    private const double FirstLane = 14;
    private const double NextLane = 4.5;
    private const double Edge = 3;
    private const double LabelLift = 0.7;

    public static FlowChart Of(IReadOnlyList<ChartNode> nodes, IReadOnlyList<ChartEdge> edges)
    {
        var left = Lanes([.. edges.Where(edge => edge.To <= edge.From)]);
        var right = Lanes([.. edges.Where(edge => edge.To > edge.From + 1)]);
        var x = Edge + Side(left);
        var height = nodes.Any(node => node.Note is not null) ? NotedHeight : BoxHeight;
        var boxes = nodes.Select((node, index) => new ChartBox(x, Edge + index * (height + Gap), BoxWidth, height, node)).ToList();
        var arrows = edges.Select(edge => ArrowOf(edge, boxes, edges, left, right)).ToList();
        return new FlowChart(x + BoxWidth + Side(right) + Edge, Edge * 2 + nodes.Count * (height + Gap) - Gap, boxes, arrows);
    }

    private static double Side(Dictionary<ChartEdge, int> lanes) => lanes.Count == 0 ? Edge : FirstLane + lanes.Values.Max() * NextLane + Edge;

    // Short ways inside, long ways outside.
    private static Dictionary<ChartEdge, int> Lanes(List<ChartEdge> edges)
    {
        var lanes = new Dictionary<ChartEdge, int>();
        var taken = new List<List<(int From, int To)>>();
        foreach (var edge in edges.OrderBy(edge => Math.Abs(edge.To - edge.From)).ThenBy(edge => edge.From).ThenBy(edge => edge.To))
        {
            var (from, to) = (Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To));
            var lane = taken.FindIndex(ways => ways.TrueForAll(way => to < way.From || from > way.To));
            if (lane < 0)
            {
                lane = taken.Count;
                taken.Add([]);
            }

            taken[lane].Add((from, to));
            lanes[edge] = lane;
        }

        return lanes;
    }

    private static ChartArrow ArrowOf(ChartEdge edge, List<ChartBox> boxes, IReadOnlyList<ChartEdge> edges, Dictionary<ChartEdge, int> left, Dictionary<ChartEdge, int> right)
    {
        var (from, to) = (boxes[edge.From], boxes[edge.To]);
        if (edge.To == edge.From + 1)
        {
            var middle = from.X + BoxWidth / 2;
            return new ChartArrow([new(middle, from.Y + from.Height), new(middle, to.Y)], middle + 1, from.Y + from.Height + Gap / 2 + SmallLetter / 3, edge);
        }

        var isBack = edge.To <= edge.From;
        var lanes = isBack ? left : right;
        var side = isBack ? from.X : from.X + BoxWidth;
        var lane = side + (isBack ? -1 : 1) * (FirstLane + lanes[edge] * NextLane);
        // Several that leave a step on one side leave it one below the other; they come in together, above.
        var leaving = edges.Where(other => other.From == edge.From && lanes.ContainsKey(other)).OrderBy(other => lanes[other]).ToList();
        var out1 = from.Y + from.Height * (0.35 + 0.6 * (leaving.IndexOf(edge) + 1) / (leaving.Count + 1));
        var in1 = to.Y + to.Height * 0.25;
        return new ChartArrow([new(side, out1), new(lane, out1), new(lane, in1), new(side, in1)], isBack ? side - FirstLane + 1 : side + 1, out1 - LabelLift, edge);
    }
}
