using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <summary>
/// The ways back through the steps that a document has visited. There is one edge back, to the drafter; from there it passes the steps before its target,
/// so no target lies beyond a step that is never passed (签发, 复核, 编号 …).
/// </summary>
internal sealed class WayBack
{
    private readonly List<WorkItem> _firstVisits;

    /// <param name="visits">All work items of one instance.</param>
    public WayBack(IEnumerable<WorkItem> visits)
    {
        _firstVisits = [.. InOrder(visits).DistinctBy(item => item.NodeId)];
    }

    public static bool IsPassable(StepKind kind) => kind is StepKind.Draft or StepKind.Review or StepKind.Countersign or StepKind.Task;

    public static IEnumerable<WorkItem> InOrder(IEnumerable<WorkItem> visits) =>
        visits.OrderBy(item => item.OpenedAt).ThenBy(item => item.ClosedAt ?? DateTimeOffset.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal);

    /// <summary>The steps that a seat at a node may return to besides the drafter, in the order in which they were first visited.</summary>
    public IReadOnlyList<WorkItem> Choices(string nodeId) =>
        [.. _firstVisits.TakeWhile(item => item.NodeId != nodeId && IsPassable(item.StepKind)).Where(item => item.StepKind != StepKind.Draft)];

    /// <summary>Whether only steps that may be passed lie before a node.</summary>
    public bool Reaches(string nodeId) => _firstVisits.TakeWhile(item => item.NodeId != nodeId).All(item => IsPassable(item.StepKind));

    /// <summary>Whether a node is passed on the way to a target: it isn't one that comes after it.</summary>
    public bool IsBefore(string nodeId, string target)
    {
        var own = _firstVisits.FindIndex(item => item.NodeId == nodeId);
        return own < 0 || own < _firstVisits.FindIndex(item => item.NodeId == target);
    }

    /// <summary>Whether steps lie between a node (null for the drafter) and a later one.</summary>
    public bool HasStepsBetween(string? nodeId, string later) =>
        Choices(later).Any(item => item.NodeId != nodeId && (nodeId is null || !IsBefore(item.NodeId, nodeId)));

    public string NameOf(string nodeId) => _firstVisits.Find(item => item.NodeId == nodeId)?.StepName ?? nodeId;
}
