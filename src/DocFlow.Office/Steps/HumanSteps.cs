using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class HumanSteps(
    IOfficeData data, StepRules rules, DocumentText texts, DeadlinePlans plans, CallChain calls, ActNotices notices, EventLog events, OfficeClock clock,
    RestartingBurst restarting) : IHumanSteps
{
    /// <summary>The act of a step that was passed without stopping.</summary>
    public const string Passed = "略过";

    /// <summary>The fact of <see cref="Passed"/> that says that it was only gone by.</summary>
    public const string OnWay = "途经";

    public async Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([request.DocumentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.State == DocumentState.Void)
            throw RefusalException.Invalid($"《{document.Title}》已作废，流程不能继续。");

        var visits = await data.WorkItems.Include(item => item.Seats).Where(item => item.InstanceId == request.InstanceId).ToListAsync(cancellationToken);
        var ofNode = visits.Where(item => item.NodeId == request.NodeId).ToList();
        var visitKey = request.VisitKey ?? $"{request.InstanceId}/{request.NodeId}/{ofNode.Count + 1}";
        var version = await texts.CurrentAsync(document, cancellationToken);
        if (document.JumpToNodeId is not null && !restarting.IsOn)
            throw RefusalException.Conflict($"《{document.Title}》正由系统管理员移动环节。");
        if (document.JumpToNodeId is { } target && target != request.NodeId)
            return Pass(request, version, "系统管理员移动了环节，略过本环节", isOnWay: true);
        var isMovedHere = document.JumpToNodeId == request.NodeId;
        if (isMovedHere)
            document.JumpToNodeId = null;
        if (ofNode.Find(item => item.VisitKey == visitKey || (request.VisitKey is null && item.ClosedAt is null)) is { } entered)
            return new HumanStepEntry.Opened(entered.Id);

        if (StepOutcomes.Of(request.Kind, request.Buttons).Count == 0)
            throw RefusalException.Invalid($"“{request.StepName}”没有写明办理结果（按钮）。请改正流程后重试。");
        if (StepRules.IsSentAlready(request, visits))
            return new HumanStepEntry.Passed(StepOutcomes.Of(request.Kind, request.Buttons)[0], "拟稿人已送审");
        if (document.SkipNodeId == request.NodeId)
        {
            var why = document.SkipReason;
            (document.SkipNodeId, document.SkipReason) = (null, null);
            return Pass(request, version, $"系统管理员略过本环节：{why}");
        }

        var ruling = await rules.AskAsync(request, document, version, visits, isMovedHere, cancellationToken);
        if (ruling.PassedBecause is { } reason)
            return Pass(request, version, reason, ruling.IsOnWay);
        if (ruling.People.Count == 0)
            throw RefusalException.Invalid($"“{request.StepName}”的岗位“{request.Assignees}”无人任职，而这一环节不能略过。请先登记任职，再重试。");

        // A void committed in this instant conflicts with this burst, which then runs again and finds it.
        data.Touch(document);
        return new HumanStepEntry.Opened(await OpenAsync(request, visitKey, ruling.People, document, version, cancellationToken));
    }

    private HumanStepEntry.Passed Pass(HumanStepRequest request, DocumentVersion version, string reason, bool isOnWay = false)
    {
        var outcome = StepOutcomes.Of(request.Kind, request.Buttons)[0];
        var detail = new Dictionary<string, string> { ["结果"] = outcome };
        if (isOnWay)
            detail[OnWay] = reason;
        events.Add(ActRecord.On(version, Passed) with { StepName = request.StepName, Opinion = reason, Detail = detail });
        return new HumanStepEntry.Passed(outcome, reason);
    }

    private async Task<string> OpenAsync(
        HumanStepRequest request, string visitKey, IReadOnlyList<Assignee> people, Document document, DocumentVersion version, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var isChain = request.CallMinutes is > 0;
        var plan = isChain ? DeadlinePlans.Calls(request, people.Count, now) : await plans.ForAsync(request, document, now, cancellationToken);
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
            Buttons = request.Buttons,
            FieldKeys = request.FieldKeys,
            DifferentFrom = request.DifferentFrom,
            AwaitsBorn = request.AwaitsBorn,
            HeldUntil = await plans.HeldUntilAsync(request, now, cancellationToken),
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
            State = isChain && index > 0 ? SeatState.Waiting : SeatState.Open,
        }));
        data.WorkItems.Add(item);
        data.Deadlines.AddRange(plan?.For(item.Id) ?? []);
        if (isChain)
            await calls.OpenAsync(item, document, version, cancellationToken);
        else
            await notices.ArrivedAsync(item, document, item.Seats, $"work/{item.Id}", cancellationToken);
        return item.Id;
    }
}
