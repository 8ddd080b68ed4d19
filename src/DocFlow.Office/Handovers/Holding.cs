using DocFlow.Office.Circulation;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Following;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Handovers;

/// <summary>All that a person holds of one document.</summary>
internal sealed class Holding(Document document)
{
    public Document Document => document;

    public bool IsDrafter { get; init; }

    public List<Seat> Seats { get; } = [];

    public List<CirculationReader> Readings { get; } = [];

    /// <summary>Sheets that the person sent and that still go round.</summary>
    public List<CirculationSheet> Sheets { get; } = [];

    public List<Deadline> Deadlines { get; } = [];

    public Follow? Follow { get; set; }

    /// <summary>In words, the most pressing first.</summary>
    public string Words => string.Join('、', Parts());

    private IEnumerable<string> Parts()
    {
        foreach (var seat in Seats)
            yield return seat.State == SeatState.Open ? $"待办“{seat.WorkItem!.StepName}”" : $"待轮到“{seat.WorkItem!.StepName}”";
        if (IsDrafter)
            yield return document.State == DocumentState.Draft ? "草稿" : "拟稿人";
        if (Readings.Count > 0)
            yield return "待阅";
        if (Sheets.Count > 0)
            yield return "发起的传阅";
        if (Deadlines.Count > 0)
            yield return "逾期上报对象";
        if (Follow is not null)
            yield return "关注";
    }
}
