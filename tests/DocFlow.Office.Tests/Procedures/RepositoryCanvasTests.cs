using System.Text.Json;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>The pictures of the repository's procedures can be read: no box lies on another, and the way goes from left to right.</summary>
public sealed class RepositoryCanvasTests
{
    // As measured in Studio, which draws a step wider than its declared size where its name is long.
    private const double LeastWidth = 160;
    private const double WidthWithoutName = 100;
    private const double WidthOfCharacter = 14;
    private const double Height = 70;

    [Theory]
    [MemberData(nameof(RepositoryProcedureTests.Files), MemberType = typeof(RepositoryProcedureTests))]
    public void No_box_lies_on_another(string file)
    {
        var boxes = Boxes(file);

        Assert.Empty(
            from one in boxes
            from other in boxes
            where one.Key != other.Key && other.Value.X >= one.Value.X && other.Value.X < one.Value.X + one.Value.Width && Math.Abs(one.Value.Y - other.Value.Y) < Height
            select $"{one.Key} and {other.Key}");
    }

    [Theory]
    [MemberData(nameof(RepositoryProcedureTests.Files), MemberType = typeof(RepositoryProcedureTests))]
    public void The_way_goes_from_left_to_right_but_where_it_comes_back(string file)
    {
        var boxes = Boxes(file);
        var ways = Ways(file);

        Assert.Empty(from way in ways where boxes[way.To].X < boxes[way.From].X && !Reaches(ways, way.To, way.From) select $"{way.From} to {way.To}");
        Assert.All(boxes, box => Assert.True(box.Value.X >= boxes["Start1"].X, $"{box.Key} stands left of the start."));
        // Whatever stands on the canvas is connected.
        Assert.Equal(boxes.Keys.Order(StringComparer.Ordinal), ways.SelectMany(way => new[] { way.From, way.To }).Distinct().Order(StringComparer.Ordinal));
    }

    private static bool Reaches(IReadOnlyCollection<(string From, string To)> ways, string from, string to)
    {
        var seen = new HashSet<string> { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var at))
        {
            if (at == to)
                return true;
            foreach (var next in ways.Where(way => way.From == at).Select(way => way.To).Where(seen.Add))
                open.Enqueue(next);
        }

        return false;
    }

    private static Dictionary<string, (double X, double Y, double Width)> Boxes(string file)
    {
        using var definition = RepositoryProcedureTests.Read(file);
        return definition.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray().ToDictionary(activity => activity.GetProperty("id").GetString()!, activity =>
        {
            var metadata = activity.GetProperty("metadata");
            var position = metadata.GetProperty("designer").GetProperty("position");
            return (position.GetProperty("x").GetDouble(), position.GetProperty("y").GetDouble(), Math.Max(LeastWidth, WidthWithoutName + WidthOfCharacter * metadata.GetProperty("displayText").GetString()!.Length));
        });
    }

    private static List<(string From, string To)> Ways(string file)
    {
        using var definition = RepositoryProcedureTests.Read(file);
        return [.. definition.RootElement.GetProperty("root").GetProperty("connections").EnumerateArray().Select(way =>
            (way.GetProperty("source").GetProperty("activity").GetString()!, way.GetProperty("target").GetProperty("activity").GetString()!))];
    }
}
