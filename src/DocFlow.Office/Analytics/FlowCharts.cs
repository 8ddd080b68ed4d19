using System.Globalization;
using DocFlow.Documents.Charts;

namespace DocFlow.Office.Analytics;

/// <summary>Draws what was designed and what was really done, in the same way, so that they can be laid side by side.</summary>
internal static class FlowCharts
{
    public static FlowChart Of(DesignedFlow flow)
    {
        var places = flow.Nodes.Select((node, index) => (node.Id, index)).ToDictionary(node => node.Id, node => node.index);
        var nodes = flow.Nodes.Select(node => new ChartNode(node.Name, null, node.IsHuman ? ChartShape.Human : node.IsStop ? ChartShape.Terminal : ChartShape.Automatic)).ToList();
        var edges = flow.Arrows.Where(arrow => places.ContainsKey(arrow.From) && places.ContainsKey(arrow.To)).GroupBy(arrow => (From: places[arrow.From], To: places[arrow.To]))
            .Select(same => new ChartEdge(same.Key.From, same.Key.To, string.Join('、', same.Select(arrow => arrow.Exit).Where(exit => exit.Length > 0)), 0, same.Key.To <= same.Key.From ? ChartTone.Rework : ChartTone.Plain)).ToList();
        return ChartLayout.Of(nodes, edges);
    }

    public static FlowChart Of(ProcessReading reading)
    {
        List<string> names = [FlowTally.Start, .. reading.Steps.Select(step => step.Name), FlowTally.End];
        var most = reading.Paths.Select(path => path.Count).DefaultIfEmpty(1).Max();
        var nodes = names.Select(name => reading.Steps.FirstOrDefault(step => step.Name == name) is { } step
            ? new ChartNode(step.Name, Note(step), step.IsDesigned ? ChartShape.Human : ChartShape.Automatic)
            : new ChartNode(name, null, ChartShape.Terminal)).ToList();
        var edges = reading.Paths.Where(path => names.Contains(path.From) && names.Contains(path.To)).Select(path => new ChartEdge(
            names.IndexOf(path.From), names.IndexOf(path.To), path.Count.ToString(CultureInfo.InvariantCulture), (double)path.Count / most,
            path.IsRework ? ChartTone.Rework : path.IsDesigned ? ChartTone.Plain : ChartTone.Unplanned)).ToList();
        return ChartLayout.Of(nodes, edges);
    }

    private static string Note(StepReading step)
    {
        var hours = step.MedianHours is { } median ? string.Create(CultureInfo.InvariantCulture, $" · {median:0.#}小时") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{step.Visits}次{hours}{(step.Returned > 0 ? $" · 退{step.Returned}" : "")}");
    }
}
