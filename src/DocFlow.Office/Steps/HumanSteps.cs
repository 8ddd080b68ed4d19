using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class HumanSteps(
    IOfficeData data, Assignees assignees, PassingRules passings, DocumentText texts, DeadlinePlans plans, EventLog events, OfficeClock clock,
    RestartingBurst restarting) : IHumanSteps
{
    public async Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([request.DocumentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.State == DocumentState.Void)
            throw RefusalException.Invalid($"《{document.Title}》已作废，流程不能继续。");

        var visits = await data.WorkItems.Where(item => item.InstanceId == request.InstanceId).ToListAsync(cancellationToken);
        var ofNode = visits.Where(item => item.NodeId == request.NodeId).ToList();
        var visitKey = request.VisitKey ?? $"{request.InstanceId}/{request.NodeId}/{ofNode.Count + 1}";
        var version = await texts.CurrentAsync(document, cancellationToken);
        if (document.JumpToNodeId is not null && !restarting.IsOn)
            throw RefusalException.Conflict($"《{document.Title}》正由系统管理员移动环节。");
        if (document.JumpToNodeId is { } target && target != request.NodeId)
            return Pass(request, version, "系统管理员移动了环节，略过本环节");
        var isMovedHere = document.JumpToNodeId == request.NodeId;
        if (isMovedHere)
            document.JumpToNodeId = null;
        if (ofNode.Find(item => item.VisitKey == visitKey || (request.VisitKey is null && item.ClosedAt is null)) is { } entered)
            return new HumanStepEntry.Opened(entered.Id);

        if (request is { Completion: CompletionRule.Share, Percent: not (>= 1 and <= 100) })
            throw RefusalException.Invalid($"“{request.StepName}”的会签规则是“达到比例”，比例须为1至100。请改正流程后重试。");
        if (request.Kind == StepKind.Draft && visits.Count == 0)
            return new HumanStepEntry.Passed(StepOutcomes.Forward(StepKind.Draft), "拟稿人已送审");
        if (document.SkipNodeId == request.NodeId)
        {
            var why = document.SkipReason;
            (document.SkipNodeId, document.SkipReason) = (null, null);
            return Pass(request, version, $"系统管理员略过本环节：{why}");
        }

        var passing = isMovedHere ? new StepPassing(null) : await passings.AskAsync(request, document, version, visits, cancellationToken);
        if (passing.Reason is { } reason)
            return Pass(request, version, reason);

        var people = passing.OnlyFor is { } taker ? [taker] : await assignees.ResolveAsync(document, request.Assignees, cancellationToken);
        if (people.Count == 0)
        {
            if (request.Kind is StepKind.Sign or StepKind.Seal)
                throw RefusalException.Invalid($"“{request.StepName}”的岗位“{request.Assignees}”无人任职，而这一环节不能略过。请先登记任职，再重试。");
            return Pass(request, version, request.Assignees == "会签单位" ? "未指定会签单位，按规定通过" : $"岗位“{request.Assignees}”无人任职，按规定通过");
        }

        // A void committed in this instant conflicts with this burst, which then runs again and finds it.
        data.Touch(document);
        return new HumanStepEntry.Opened(await OpenAsync(request, visitKey, people, document.Urgency is not null, cancellationToken));
    }

    private HumanStepEntry.Passed Pass(HumanStepRequest request, DocumentVersion version, string reason)
    {
        var outcome = StepOutcomes.Forward(request.Kind);
        events.Add(ActRecord.On(version, "略过") with
        {
            StepName = request.StepName,
            Opinion = reason,
            Detail = new Dictionary<string, string> { ["结果"] = outcome },
        });
        return new HumanStepEntry.Passed(outcome, reason);
    }

    private async Task<string> OpenAsync(
        HumanStepRequest request, string visitKey, IReadOnlyList<Assignee> people, bool isUrgent, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var plan = await plans.ForAsync(request, isUrgent, now, cancellationToken);
        var item = new WorkItem
        {
            Id = OfficeId.New(now),
            DocumentId = request.DocumentId,
            InstanceId = request.InstanceId,
            NodeId = request.NodeId,
            VisitKey = visitKey,
            StepName = request.StepName,
            StepKind = request.Kind,
            OpenedAt = now,
            DueAt = plan?.DueAt,
            Completion = request.Completion,
            Percent = request.Percent,
            OnReturn = request.OnReturn,
            WhenOverdue = request.WhenOverdue,
        };
        item.Seats.AddRange(people.Select((person, index) => new Seat
        {
            Id = OfficeId.New(now),
            WorkItemId = item.Id,
            Order = index + 1,
            PersonId = person.PersonId,
            PostId = person.PostId,
            PostShown = person.Shown,
        }));
        data.WorkItems.Add(item);
        data.Deadlines.AddRange(plan?.For(item.Id) ?? []);
        return item.Id;
    }
}
