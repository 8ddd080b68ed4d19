using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Outlooks;

/// <summary>Notes the human steps that a rehearsal comes to.</summary>
internal sealed class RehearsedSteps(
    Document document, DocumentVersion version, List<WorkItem> visits, StepRules rules, DeadlinePlans plans, IOfficeData data, OfficeClock clock) : IHumanSteps
{
    private readonly List<OutlookStep> _steps = [];

    // A procedure that only passes steps in a circle would never stop.
    private const int MostSteps = 100;

    public async Task<HumanStepEntry> EnterAsync(HumanStepRequest request, CancellationToken cancellationToken = default)
    {
        if (_steps.Count >= MostSteps)
            throw new InvalidOperationException("The rehearsal doesn't come to an end.");
        if (StepRules.IsSentAlready(request, visits))
            return new HumanStepEntry.Passed(StepOutcomes.Of(request.Kind, request.Buttons)[0], "");
        var ruling = await rules.AskAsync(request, document, version, visits, isMovedHere: false, cancellationToken);
        var people = await PeopleAsync(ruling.People, cancellationToken);
        var step = new OutlookStep(request.StepName, request.Kind, ruling.PassedBecause, people, request.Assignees) { Completion = request.Completion, Percent = request.Percent };
        if (ruling.PassedBecause is { } reason)
        {
            _steps.Add(step);
            return new HumanStepEntry.Passed(StepOutcomes.Of(request.Kind, request.Buttons)[0], reason);
        }

        var plan = await plans.ForAsync(request, document, clock.Now, cancellationToken);
        _steps.Add(step with { DueAt = plan?.DueAt });
        return new HumanStepEntry.Opened(OfficeId.New(clock.Now));
    }

    /// <summary>What was noted, and how it ended.</summary>
    public Outlook Tell(RehearsalEnd end) => new(_steps, [])
    {
        IsOpen = end == RehearsalEnd.Unknown || (end == RehearsalEnd.Waits && _steps.TrueForAll(step => step.PassedBecause is not null)),
        IsOver = end == RehearsalEnd.Over,
    };

    private async Task<List<OutlookPerson>> PeopleAsync(IReadOnlyList<Assignee> assignees, CancellationToken cancellationToken)
    {
        var ids = assignees.Select(assignee => assignee.PersonId).ToList();
        var names = await data.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return [.. assignees.Select(assignee => new OutlookPerson(assignee.PersonId, names[assignee.PersonId], assignee.Shown))];
    }
}
