using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <summary>What becomes of a document that comes to a human step: for the step itself, and for saying it beforehand.</summary>
internal sealed class StepRules(Assignees assignees, PassingRules passings)
{
    /// <summary>The draft is there when it is sent for review.</summary>
    public static bool IsSentAlready(HumanStepRequest request, IReadOnlyCollection<WorkItem> visits) => request.Kind == StepKind.Draft && visits.Count == 0;

    /// <summary>Also ends the document's ways that end here.</summary>
    /// <param name="visits">The instance's work items, with their seats.</param>
    /// <param name="isMovedHere">An administrator wants the document at this step, whatever was decided before.</param>
    public async Task<StepRuling> AskAsync(
        HumanStepRequest request, Document document, DocumentVersion version, List<WorkItem> visits, bool isMovedHere, CancellationToken cancellationToken)
    {
        if (request is { Completion: CompletionRule.Share, Percent: not (>= 1 and <= 100) })
            throw RefusalException.Invalid($"“{request.StepName}”的会签规则是“达到比例”，比例须为1至100。请改正流程后重试。");
        var passing = isMovedHere ? new StepPassing(null) : await passings.AskAsync(request, document, version, visits, cancellationToken);
        if (passing.Reason is { } reason)
            return new StepRuling(reason, [], passing.IsOnWay);
        var people = passing.OnlyFor is { } taker ? [taker] : await assignees.ResolveAsync(document, request.Assignees, visits, cancellationToken);
        // Nobody judges the own draft because of having taken over from who was to.
        if (people.Any(IsJudgeOfOwn) && (people = [.. people.Where(person => !IsJudgeOfOwn(person))]).Count == 0)
            return new StepRuling(null, request.Kind == StepKind.Sign ? [] : await SuperiorsAsync("接任人是拟稿人，交上级"));
        if (people.Count > 0 || request.Kind is StepKind.Sign or StepKind.Seal)
            return new StepRuling(null, people);
        return request.WhenNobody switch
        {
            NobodyRule.Stop => new StepRuling(null, []),
            NobodyRule.Superior => new StepRuling(null, await SuperiorsAsync("原岗位无人，交上级")),
            _ => new StepRuling(Assignees.WhenNobody(request.Assignees), []),
        };

        bool IsJudgeOfOwn(Assignee person) => person.IsSuccessor && person.PersonId == document.DrafterId && !document.IsMatter && request.Kind is (StepKind.Review or StepKind.Countersign or StepKind.Sign);

        async Task<IReadOnlyList<Assignee>> SuperiorsAsync(string why) =>
            [.. (await assignees.ResolveAsync(document, Assignees.Superior, visits, cancellationToken)).Select(superior => superior with { Shown = $"{superior.Shown}（{why}）" })];
    }
}
