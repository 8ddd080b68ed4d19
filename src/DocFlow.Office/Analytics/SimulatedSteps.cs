using DocFlow.Office.Dossiers;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Analytics;

/// <summary>Opens the steps that a simulation comes to in memory only, by the rules that decide in earnest, and answers them as they were answered before.</summary>
internal sealed class SimulatedSteps(Document document, DocumentVersion version, IReadOnlyDictionary<string, string> answers, StepRules rules, OfficeClock clock) : IHumanSteps
{
    private readonly List<WorkItem> _visits = [];
    private readonly List<SimulatedStep> _path = [];

    public IReadOnlyList<SimulatedStep> Path => _path;

    public async Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default)
    {
        var outcomes = StepOutcomes.Of(request.Kind, request.Buttons);
        if (outcomes.Count == 0)
            throw RefusalException.Invalid($"“{request.StepName}”没有写明办理结果（按钮）。");
        if (StepRules.IsSentAlready(request, _visits) && _path.Count == 0)
        {
            _path.Add(new SimulatedStep(request.StepName, [document.DrafterId], null));
            return new HumanStepEntry.Passed(outcomes[0], "");
        }

        var ruling = await rules.AskAsync(request, document, version, _visits, isMovedHere: false, cancellationToken);
        var reason = ruling.PassedBecause ?? (ruling.People.Count == 0 ? "无人任职" : null);
        _path.Add(new SimulatedStep(request.StepName, [.. ruling.People.Select(person => person.PersonId)], reason));
        if (reason is not null)
            return new HumanStepEntry.Passed(outcomes[0], reason);
        var item = new WorkItem
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            InstanceId = request.InstanceId,
            NodeId = request.NodeId,
            VisitKey = "",
            StepName = request.StepName,
            StepKind = request.Kind,
            OpenedAt = clock.Now,
            Completion = request.Completion,
            Buttons = request.Buttons,
        };
        item.Seats.AddRange(ruling.People.Select((person, index) => new Seat { Id = OfficeId.New(clock.Now), WorkItemId = item.Id, Order = index + 1, PersonId = person.PersonId, PostId = person.PostId, PostShown = person.Shown }));
        _visits.Add(item);
        return new HumanStepEntry.Opened(item.Id);
    }

    /// <summary>Decides the step that opened first: as the item itself was decided there, or forward.</summary>
    public (string WorkItemId, string Outcome)? Next()
    {
        if (_visits.Find(item => item.ClosedAt is null) is not { } open)
            return null;
        var outcomes = StepOutcomes.Of(open);
        var outcome = answers.TryGetValue(open.StepName, out var given) && outcomes.Contains(given) ? given : outcomes[0];
        (open.ClosedAt, open.Outcome) = (clock.Now, outcome);
        foreach (var seat in open.Seats)
            (seat.State, seat.Outcome, seat.DecidedAt, seat.DecidedById) = (SeatState.Decided, outcome, clock.Now, seat.PersonId);
        return (open.Id, outcome);
    }
}

/// <summary>A step that a simulation came to.</summary>
/// <param name="PassedBecause">Why it was passed; null where people decide.</param>
internal sealed record SimulatedStep(string Name, IReadOnlyList<string> People, string? PassedBecause);
