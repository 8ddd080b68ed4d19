using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class HumanSteps(
    IOfficeData data, Assignees assignees, PassingRules passings, DocumentText texts, DeadlinePlans plans, EventLog events, OfficeClock clock) : IHumanSteps
{
    public async Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([request.DocumentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.State == DocumentState.Void)
            throw RefusalException.Invalid($"《{document.Title}》已作废，流程不能继续。");

        var visits = await data.WorkItems.Where(item => item.InstanceId == request.InstanceId).ToListAsync(cancellationToken);
        var ofNode = visits.Where(item => item.NodeId == request.NodeId).ToList();
        var visitKey = request.VisitKey ?? $"{request.InstanceId}/{request.NodeId}/{ofNode.Count + 1}";
        if (ofNode.Find(item => item.VisitKey == visitKey || (request.VisitKey is null && item.ClosedAt is null)) is { } entered)
            return new HumanStepEntry.Opened(entered.Id);

        if (request is { Completion: CompletionRule.Share, Percent: not (>= 1 and <= 100) })
            throw RefusalException.Invalid($"“{request.StepName}”的会签规则是“达到比例”，比例须为1至100。请改正流程后重试。");
        if (StepOutcomes.Of(request.Kind, request.Buttons).Count == 0)
            throw RefusalException.Invalid($"“{request.StepName}”没有写明办理结果（按钮）。请改正流程后重试。");
        var version = await texts.CurrentAsync(document, cancellationToken);
        if (request.Kind == StepKind.Draft && visits.Count == 0)
            return new HumanStepEntry.Passed(StepOutcomes.Of(request.Kind, request.Buttons)[0], "拟稿人已送审");
        var passing = await passings.AskAsync(request, document, version, visits, cancellationToken);
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
        return new HumanStepEntry.Opened(await OpenAsync(request, visitKey, people, document, cancellationToken));
    }

    private HumanStepEntry.Passed Pass(HumanStepRequest request, DocumentVersion version, string reason)
    {
        var outcome = StepOutcomes.Of(request.Kind, request.Buttons)[0];
        events.Add(ActRecord.On(version, "略过") with
        {
            StepName = request.StepName,
            Opinion = reason,
            Detail = new Dictionary<string, string> { ["结果"] = outcome },
        });
        return new HumanStepEntry.Passed(outcome, reason);
    }

    private async Task<string> OpenAsync(
        HumanStepRequest request, string visitKey, IReadOnlyList<Assignee> people, Document document, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var plan = await plans.ForAsync(request, document, now, cancellationToken);
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
