using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Where a seat may return a document to.</summary>
internal sealed class ReturnTargets(StepVisits visited)
{
    /// <summary>The step that an answer names.</summary>
    /// <returns>Null for the drafter.</returns>
    /// <exception cref="RefusalException">It isn't an earlier step that the way back leads to.</exception>
    public async Task<WorkItem?> FindAsync(WorkItem item, string? nodeId, CancellationToken cancellationToken)
    {
        if (nodeId is null)
            return null;
        var visits = await visited.OfInstanceAsync(item.InstanceId, cancellationToken);
        if (visits.Exists(visit => visit.NodeId == nodeId && visit.StepKind == StepKind.Draft))
            return null;
        var way = new WayBack(visits);
        if (way.Choices(item.NodeId).All(choice => choice.NodeId != nodeId))
        {
            throw RefusalException.Invalid(visits.Exists(visit => visit.NodeId == nodeId)
                ? $"不能从“{item.StepName}”退回到“{way.NameOf(nodeId)}”：只能退回拟稿人，或本环节之前、且中间不隔签发、复核等不可略过环节的审核、会签环节。"
                : "要退回到的环节还没有办理过，请从列出的环节中选择。");
        }

        return WayBack.InOrder(visits).Last(visit => visit.NodeId == nodeId);
    }
}
