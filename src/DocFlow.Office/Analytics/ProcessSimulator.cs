using DocFlow.Office.Dossiers;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Analytics;

/// <summary>Plays the last items of a procedure on one of its versions, each in a scope of its own that is never saved.</summary>
internal sealed class ProcessSimulator(IOfficeData data, IServiceScopeFactory scopes, FlowReader reader, OfficeSettings settings, OfficeClock clock)
{
    public const int MostItems = 50;
    private const int DaysOfPast = 180;
    private const double HeavyTimes = 2;

    public async Task<SimulationReading> PlayAsync(Procedure procedure, int version, int items, CancellationToken cancellationToken)
    {
        if (items is < 1 or > MostItems)
            throw RefusalException.Invalid($"一次模拟1至{MostItems}件。");
        var past = await data.Documents.AsNoTracking().Where(document => document.ProcedureId == procedure.Id && document.InstanceId != null && document.State != DocumentState.Void)
            .OrderByDescending(document => document.CreatedAt).ThenByDescending(document => document.Id).Take(items).Select(document => new { document.Id, document.Title }).ToListAsync(cancellationToken);
        if (past.Count == 0)
            throw RefusalException.Invalid($"“{procedure.Title}”还没有办过的事项，不能用以往事项模拟。");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var range = new AnalysisRange(clock.Now.AddDays(-DaysOfPast), clock.Now, "");
        var hours = (await reader.ReadAsync(procedure, range, new AnalysisFilter(), cancellationToken)).Steps.Where(step => step.MedianHours is not null).ToDictionary(step => step.Name, step => step.MedianHours!.Value);
        var time = new WorkingTime(calendar);
        var played = new List<(string Id, string Title, bool IsOver, IReadOnlyList<SimulatedStep> Path)>();
        foreach (var item in past)
        {
            var (end, path) = await PlayOneAsync(procedure.Id, version, item.Id, cancellationToken);
            played.Add((item.Id, item.Title, end == RehearsalEnd.Over, path));
        }

        var names = await NamesAsync(played.SelectMany(item => item.Path).SelectMany(step => step.People), cancellationToken);
        return new SimulationReading(procedure.Title, version, [.. played.Select(ItemOf)], await LoadsAsync(played.SelectMany(item => item.Path), hours, names, past.Count, cancellationToken));

        SimulatedItem ItemOf((string Id, string Title, bool IsOver, IReadOnlyList<SimulatedStep> Path) item)
        {
            var whole = item.Path.Where(step => step.PassedBecause is null).Sum(step => hours.GetValueOrDefault(step.Name));
            var visits = item.Path.Select(step => new SimulatedVisit(step.Name, [.. step.People.Select(person => names.GetValueOrDefault(person, person))], step.PassedBecause, hours.TryGetValue(step.Name, out var own) ? own : null));
            return new SimulatedItem(item.Id, item.Title, item.IsOver, [.. visits], item.IsOver ? time.After(clock.Now, whole) : null, Math.Round(whole, 2));
        }
    }

    private async Task<(RehearsalEnd End, IReadOnlyList<SimulatedStep> Path)> PlayOneAsync(string procedureId, int version, string documentId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var own = services.GetRequiredService<IOfficeData>();
        var document = await own.Documents.SingleAsync(row => row.Id == documentId, cancellationToken);
        var answers = (await own.WorkItems.AsNoTracking().Where(item => item.DocumentId == documentId && item.Outcome != null && item.Outcome != StepOutcomes.Return)
            .Select(item => new { item.StepName, item.Outcome, item.ClosedAt }).ToListAsync(cancellationToken)).GroupBy(item => item.StepName).ToDictionary(same => same.Key, same => same.MaxBy(item => item.ClosedAt)!.Outcome!);
        // As if it were just beginning; this scope is never saved.
        (document.ReturnToNodeId, document.StraightToNodeId, document.JumpToNodeId, document.SkipNodeId) = (null, null, null, null);
        var steps = new SimulatedSteps(document, await services.GetRequiredService<DocumentText>().CurrentAsync(document, cancellationToken), answers, services.GetRequiredService<StepRules>(), clock);
        var given = new SimulationServices(new RehearsalServices(steps, documentId), services.GetRequiredService<IMatterFields>());
        return (await services.GetRequiredService<IProcedureSimulation>().PlayAsync(procedureId, version, documentId, given, steps.Next, cancellationToken), steps.Path);
    }

    private async Task<IReadOnlyList<SimulatedLoad>> LoadsAsync(IEnumerable<SimulatedStep> path, Dictionary<string, double> hours, Dictionary<string, string> names, int items, CancellationToken cancellationToken)
    {
        var loads = path.Where(step => step.PassedBecause is null).SelectMany(step => step.People.Select(person => (Person: person, Hours: hours.GetValueOrDefault(step.Name)))).GroupBy(one => one.Person)
            .Select(own => (Id: own.Key, Steps: own.Count(), Hours: Math.Round(own.Sum(one => one.Hours), 2))).OrderByDescending(load => load.Steps).ToList();
        if (loads.Count == 0)
            return [];
        var ids = loads.ConvertAll(load => load.Id);
        var open = await data.Seats.AsNoTracking().Where(seat => ids.Contains(seat.PersonId) && seat.State == SeatState.Open).GroupBy(seat => seat.PersonId).Select(own => new { Id = own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Id, own => own.Count, cancellationToken);
        var middle = loads.Select(load => load.Steps).Order().ElementAt(loads.Count / 2);
        return [.. loads.Select(load => new SimulatedLoad(load.Id, names.GetValueOrDefault(load.Id, load.Id), load.Steps, load.Hours, open.GetValueOrDefault(load.Id), load.Steps >= HeavyTimes * middle && load.Steps * 2 >= items))];
    }

    private async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        return await data.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }
}
